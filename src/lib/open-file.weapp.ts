import Taro from '@tarojs/taro'

/** Opens a file whose address is known only for a while; it can be sent on from there. Whether it opened. */
export async function openFile(file: { url: string; fileName: string }): Promise<boolean> {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url: file.url })
    if (statusCode !== 200) return false
    const ending = /\.([a-z]+)$/i.exec(file.fileName)?.[1]?.toLowerCase()
    await Taro.openDocument({
      filePath: tempFilePath,
      showMenu: true,
      ...(isOpened(ending) ? { fileType: ending } : {}),
    })
    return true
  } catch {
    return false
  }
}

/** What WeChat's openDocument opens, of what anybody may upload or download here. */
const OPENED = ['pdf', 'docx', 'xlsx', 'pptx'] as const

const isOpened = (ending: string | undefined): ending is (typeof OPENED)[number] =>
  (OPENED as readonly (string | undefined)[]).includes(ending)
