import { isShowable, pictureEndings } from './picture.rules'

/** The size of a picture in pixels; null when it is none, or none that a phone can show. */
export async function sizeOfPicture(
  bytes: Buffer,
  ending: string,
): Promise<{ width: number; height: number } | null> {
  if (!pictureEndings(bytes).includes(ending)) return null
  const { imageSize } = await import('image-size')
  try {
    const { width, height } = imageSize(bytes)
    return isShowable({ width, height }) ? { width, height } : null
  } catch {
    return null
  }
}
