import { currentOpenid } from './person.h5'
import { CallFailed, type PlatformFailure } from './transport.failure'

interface Grant {
  fileID: string
  url: string
  contentType: string
}

/**
 * Uploads a file of the page (`localPath` is an object URL) to a path that the cloud has issued, and
 * answers its file id. `onProgress` hears how far it is, 0 to 100. Throws `CallFailed`.
 */
export async function uploadFile(
  path: string,
  localPath: string,
  onProgress: (percent: number) => void,
): Promise<string> {
  const content = await (await fetch(localPath)).blob()
  const { fileID, url, contentType } = await askForAddress(path, content.size)
  await put(url, content, contentType, onProgress)
  return fileID
}

async function askForAddress(cloudPath: string, size: number): Promise<Grant> {
  const openid = await currentOpenid()
  const response = await fetch('/storage/upload-url', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(openid ? { 'x-openid': openid } : {}) },
    body: JSON.stringify({ cloudPath, size }),
  }).catch((cause: unknown) => {
    throw new CallFailed({ errMsg: String(cause), unreachable: true })
  })
  const answer = (await response.json()) as Grant | PlatformFailure
  if ('errMsg' in answer) throw new CallFailed(answer)
  return answer
}

/** `fetch` does not tell how far an upload is. */
function put(
  url: string,
  content: Blob,
  contentType: string,
  onProgress: (percent: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    request.setRequestHeader('content-type', contentType)
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(Math.floor((100 * loaded) / total))
    request.onerror = () =>
      reject(new CallFailed({ errMsg: 'cloud.uploadFile:fail', unreachable: true }))
    request.onload = () => {
      if (request.status === 200) resolve()
      else reject(new CallFailed({ errMsg: `cloud.uploadFile:fail ${request.status}` }))
    }
    request.send(content)
  })
}
