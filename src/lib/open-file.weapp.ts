import Taro from '@tarojs/taro'

/** Opens a file whose address is known only for a while; it can be sent on from there. Whether it opened. */
export async function openFile(file: { url: string; fileName: string }): Promise<boolean> {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url: file.url })
    if (statusCode !== 200) return false
    const ending = /\.(xlsx|pdf)$/i.exec(file.fileName)?.[1]?.toLowerCase()
    await Taro.openDocument({
      filePath: tempFilePath,
      showMenu: true,
      ...(ending === 'pdf' || ending === 'xlsx' ? { fileType: ending } : {}),
    })
    return true
  } catch {
    return false
  }
}
