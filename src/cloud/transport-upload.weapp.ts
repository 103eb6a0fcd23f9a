import Taro from '@tarojs/taro'
import { CallFailed, type PlatformFailure } from './transport.failure'

const isLocal = process.env.TARO_APP_CLOUD === 'local'

/**
 * Uploads a file of the phone to a path that the cloud has issued, and answers its file id. `onProgress`
 * hears how far it is, 0 to 100. Throws what the platform throws; `toCallError` puts it into words.
 */
export function uploadFile(
  path: string,
  localPath: string,
  onProgress: (percent: number) => void,
): Promise<string> {
  return isLocal
    ? uploadToLocalCloud(path, localPath, onProgress)
    : uploadToCloud(path, localPath, onProgress)
}

function uploadToCloud(
  cloudPath: string,
  filePath: string,
  onProgress: (percent: number) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    // With callbacks, not as a promise: only then is there a task that tells how far it is.
    const task = Taro.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }) => resolve(fileID),
      fail: reject,
    })
    task.onProgressUpdate(({ progress }) => onProgress(progress))
  })
}

interface Grant {
  fileID: string
  url: string
  contentType: string
}

/** WeChat DevTools without a cloud account: the address is asked for, and the content put there. */
async function uploadToLocalCloud(
  cloudPath: string,
  filePath: string,
  onProgress: (percent: number) => void,
): Promise<string> {
  const content = await contentOf(filePath)
  onProgress(0)
  const { data } = await Taro.request<Grant | PlatformFailure>({
    url: `${process.env.TARO_APP_CLOUD_URL}/storage/upload-url`,
    method: 'POST',
    header: { 'content-type': 'application/json', 'x-openid': process.env.TARO_APP_OPENID },
    data: { cloudPath, size: content.byteLength },
  })
  if ('errMsg' in data) throw new CallFailed(data)
  const { statusCode } = await Taro.request<unknown, ArrayBuffer>({
    url: data.url,
    method: 'PUT',
    header: { 'content-type': data.contentType },
    data: content,
  })
  if (statusCode !== 200) throw new CallFailed({ errMsg: `cloud.uploadFile:fail ${statusCode}` })
  onProgress(100)
  return data.fileID
}

const contentOf = (filePath: string): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: reject,
    })
  })
