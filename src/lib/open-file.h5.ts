/** Saves a file whose address is known only for a while; whether that began. */
export async function openFile(file: { url: string; fileName: string }): Promise<boolean> {
  const link = document.createElement('a')
  link.href = file.url
  link.download = file.fileName
  link.click()
  return true
}
