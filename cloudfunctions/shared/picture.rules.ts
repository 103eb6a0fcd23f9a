/** What a picture is by its first bytes, whatever its name says. */

export const startsWith = (bytes: Uint8Array, signs: readonly number[], from = 0): boolean =>
  signs.every((sign, n) => bytes[from + n] === sign)

export const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0))

/** The endings of a picture that begins so; none when it is no picture that phones show. */
export function pictureEndings(bytes: Uint8Array): readonly string[] {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return ['jpg', 'jpeg']
  if (startsWith(bytes, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return ['png']
  const isWebp = startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)
  return isWebp ? ['webp'] : []
}

/** Sides of a picture that a phone can still show, in pixels. */
const MOST_PIXELS = 12_000

export const isShowable = ({ width, height }: { width: number; height: number }): boolean =>
  width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS
