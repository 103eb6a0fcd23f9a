/** A file of this machine, as `uploadFile` of src/cloud takes it. */
export interface PickedFile {
  name: string
  bytes: number
  path: string
}

/** Lets the person choose one file with one of these endings; nothing if none was chosen. */
export function pickFile(endings: readonly string[]): Promise<PickedFile | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = endings.map((ending) => `.${ending}`).join(',')
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(undefined))
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      resolve(file && { name: file.name, bytes: file.size, path: URL.createObjectURL(file) })
    })
    input.click()
  })
}
