import jsQR from 'jsqr'

/** The text of the QR code on a picture, if there is one. */
export async function readCode(picture: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(picture)
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
  pen.drawImage(bitmap, 0, 0)
  const { data, width, height } = pen.getImageData(0, 0, bitmap.width, bitmap.height)
  return jsQR(data, width, height)?.data
}
