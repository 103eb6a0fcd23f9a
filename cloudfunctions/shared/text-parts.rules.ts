/** WeChat's check takes 2,500 characters at a time; a little below, since it does not say how it counts. */
const PART = 2_400

/**
 * A text in parts of at most `size` UTF-16 units, which together are the text. No character is cut in two. A text
 * of nothing but spaces has no part: there is nothing to check in it.
 */
export function splitText(text: string, size = PART): string[] {
  const parts: string[] = []
  for (let from = 0; from < text.length;) {
    const end = Math.min(from + size, text.length)
    const cut = end < text.length && isLowSurrogate(text.charCodeAt(end)) ? end - 1 : end
    parts.push(text.slice(from, cut))
    from = cut
  }
  return parts.filter((part) => part.trim() !== '')
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
