/** What a tap on a web address does here. */
export const LINKS: 'opens' | 'copies' = 'opens'

/** Opens a web page beside this one; whether it did. */
export async function openLink(url: string): Promise<boolean> {
  return window.open(url, '_blank', 'noopener') !== undefined
}
