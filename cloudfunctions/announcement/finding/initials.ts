import type { pinyin } from 'pinyin-pro'

/**
 * The pinyin initials of a text, with a blank where a run of signs ends: 停水组织，请 gives `tszz q`. A sign with
 * several readings has the one of its place; letters and digits stay. The dictionary is loaded when it is first
 * needed.
 */
export async function initialsOf(text: string): Promise<string> {
  return initialsBy((await import('pinyin-pro')).pinyin, text)
}

/** The same, for a tool that has the dictionary. */
export const initialsBy = (reading: typeof pinyin, text: string): string =>
  reading(text.normalize('NFKC').toLowerCase(), {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'spaced',
  })
    .map((sign) => (/^[a-z0-9]$/.test(sign) ? sign : ' '))
    .join('')
    .replace(/ +/g, ' ')
    .trim()
