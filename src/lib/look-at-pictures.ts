import Taro from '@tarojs/taro'

/** Shows pictures as large as the phone, one of them first; a finger moves on to the others. */
export function lookAtPictures(urls: readonly string[], first: string): void {
  // Whoever closes it at once "fails" it; nothing is wrong then.
  Taro.previewImage({ urls: [...urls], current: first }).catch(() => undefined)
}
