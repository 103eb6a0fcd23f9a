import Taro from '@tarojs/taro'
import type { PickedFile } from './pick-file.weapp'

/**
 * Lets the person take a picture or choose one of the album; nothing if none was chosen. WeChat gives it a
 * name of its own, whose ending says what it is.
 */
export async function pickPicture(_endings: readonly string[]): Promise<PickedFile | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
    })
    const file = tempFiles[0]
    return (
      file && {
        name: file.tempFilePath.slice(file.tempFilePath.lastIndexOf('/') + 1),
        bytes: file.size,
        path: file.tempFilePath,
      }
    )
  } catch {
    // Left without choosing, or WeChat's privacy sheet was refused.
    return undefined
  }
}
