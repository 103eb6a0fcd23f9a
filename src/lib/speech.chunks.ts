/**
 * A text in pieces short enough to be spoken one after the other, cut where a speaker would breathe:
 * after a sentence, else after a comma, else in the middle of a very long run.
 */
export function chunksOf(text: string, limit: number): string[] {
  const chunks: string[] = []
  let chunk = ''
  for (const sentence of text.match(/[^。！？；\n]+[。！？；]?|[。！？；]/g) ?? []) {
    for (const part of sentence.length <= limit ? [sentence] : cut(sentence, limit)) {
      if (chunk.length + part.length > limit) {
        chunks.push(chunk)
        chunk = ''
      }
      chunk += part
    }
  }
  return [...chunks, chunk]
    .map((said) => said.trim())
    .filter((said) => /[^\s。！？；，、]/.test(said))
}

function cut(sentence: string, limit: number): string[] {
  const parts: string[] = []
  for (const phrase of sentence.match(/[^，、：,]+[，、：,]?|[，、：,]/g) ?? []) {
    for (let from = 0; from < phrase.length; from += limit) {
      parts.push(phrase.slice(from, from + limit))
    }
  }
  return parts
}
