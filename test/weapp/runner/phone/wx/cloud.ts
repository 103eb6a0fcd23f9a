import { noteCall, type Options } from './api.ts'
import { toCloud } from './http.ts'
import { fileAt, keepFile } from './files.ts'

interface Answer {
  result?: unknown
  requestID?: string
  errCode?: number
  errMsg?: string
}

/** wx.cloud fails with an Error that carries its code and its sentence. */
function failure(api: string, errCode: number, words: string, requestID = ''): Error {
  const id = requestID ? ` requestID ${requestID},` : ''
  const errMsg = `cloud.${api}:fail Error: errCode: ${errCode} |${id} errMsg: ${words}`
  return Object.assign(new Error(errMsg), { errCode, errMsg })
}

/** Runs one call of wx.cloud; nobody answering is WeChat's `request:fail`. */
async function reach<T>(api: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    if (thrown instanceof TypeError) throw failure(api, -1, `request:fail ${thrown.message}`)
    throw thrown
  }
}

/** With callbacks or as a promise, like every call of wx.cloud. */
function offered(api: string, run: (options: Options) => Promise<Options>) {
  return (options: Options = {}) => {
    noteCall(`cloud.${api}`, options)
    const answer = reach(api, () => run(options)).then((result) => ({
      errMsg: `cloud.${api}:ok`,
      ...result,
    }))
    const { success, fail, complete } = options as Record<
      string,
      ((told: unknown) => void) | undefined
    >
    if (!success && !fail && !complete) return answer
    answer.then(
      (told) => {
        success?.(told)
        complete?.(told)
      },
      (refusal: unknown) => {
        fail?.(refusal)
        complete?.(refusal)
      },
    )
    return task(answer)
  }
}

/** What a call with callbacks is held by. How far an upload is, a page hears only when it is there. */
const task = (answer: Promise<unknown>) => ({
  abort: () => undefined,
  onProgressUpdate: (hear: (told: { progress: number }) => void) =>
    void answer.then(
      () => hear({ progress: 100 }),
      () => undefined,
    ),
})

async function callFunction({ name, data }: Options): Promise<Options> {
  const answer = (await toCloud(`/call/${String(name)}`, data ?? {})) as Answer
  if (answer.errMsg !== undefined) {
    throw failure('callFunction', answer.errCode ?? -1, answer.errMsg, answer.requestID)
  }
  return { result: answer.result, requestID: answer.requestID }
}

async function uploadFile({ cloudPath, filePath }: Options): Promise<Options> {
  const file = fileAt(String(filePath))
  const asked = (await toCloud('/storage/upload-url', {
    cloudPath,
    size: file.size,
    contentType: file.type || 'application/octet-stream',
  })) as { fileID: string; url: string; contentType: string } & Answer
  if (asked.errMsg !== undefined) throw failure('uploadFile', asked.errCode ?? -1, asked.errMsg)
  const put = await fetch(asked.url, {
    method: 'PUT',
    headers: { 'content-type': asked.contentType },
    body: file,
  })
  if (!put.ok) throw failure('uploadFile', -1, `upload fail ${put.status}`)
  return { fileID: asked.fileID, statusCode: 204 }
}

interface TempUrl {
  fileID: string
  tempFileURL: string
  status: number
  errMsg: string
}

async function getTempFileURL({ fileList }: Options): Promise<Options> {
  const answer = (await toCloud('/storage/temp-urls', { fileList })) as {
    fileList: TempUrl[]
  } & Answer
  if (answer.fileList) return { fileList: answer.fileList }
  throw failure('getTempFileURL', answer.errCode ?? -1, answer.errMsg ?? '')
}

async function downloadFile({ fileID }: Options): Promise<Options> {
  const { fileList } = (await getTempFileURL({ fileList: [fileID] })) as { fileList: TempUrl[] }
  const [file] = fileList
  if (file?.status !== 0) throw failure('downloadFile', -1, file?.errMsg ?? 'not found')
  const response = await fetch(file.tempFileURL)
  return { tempFilePath: keepFile(await response.blob()), statusCode: response.status }
}

async function deleteFile({ fileList }: Options): Promise<Options> {
  return (await toCloud('/storage/delete', { fileList })) as Options
}

/** wx.cloud over the local cloud's HTTP interface. A client has no way into the database there. */
export const cloud = {
  init: (options: unknown) => noteCall('cloud.init', options),
  callFunction: offered('callFunction', callFunction),
  uploadFile: offered('uploadFile', uploadFile),
  downloadFile: offered('downloadFile', downloadFile),
  getTempFileURL: offered('getTempFileURL', getTempFileURL),
  deleteFile: offered('deleteFile', deleteFile),
  CloudID: class CloudID {
    constructor(readonly cloudID: string) {}
  },
}
