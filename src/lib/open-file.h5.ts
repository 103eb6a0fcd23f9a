/** Saves a file whose address is known only for a while; whether that began. */
export async function openFile(file: { url: string; fileName: string }): Promise<boolean> {
  const link = document.createElement('a')
  link.href = file.url
  link.download = file.fileName
  // A link that stands nowhere is sometimes followed without its name.
  document.body.append(link)
  link.click()
  link.remove()
  return true
}
