import Taro from '@tarojs/taro'

/** A file of this phone, as `uploadFile` of src/cloud takes it. */
export interface PickedFile {
  name: string
  bytes: number
  path: string
}

/**
 * Lets the person choose one file with one of these endings out of a conversation, which is where a
 * mini-program may read files; nothing if none was chosen.
 */
export async function pickFile(endings: readonly string[]): Promise<PickedFile | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: [...endings],
    })
    const file = tempFiles[0]
    return file && { name: file.name, bytes: file.size, path: file.path }
  } catch {
    // Left without choosing.
    return undefined
  }
}
