import { afterEach, describe, expect, test, vi } from 'vitest'
import { toCallError } from './transport.failure'

const FILE_ID = 'cloud://env.bucket/u/a/1.csv'

interface Upload {
  cloudPath: string
  filePath: string
  success: (told: { fileID: string }) => void
  fail: (thrown: unknown) => void
}

const wechat = { uploads: [] as Upload[], hear: (_told: { progress: number }) => undefined }

vi.mock('@tarojs/taro', () => ({
  default: {
    cloud: {
      uploadFile: (upload: Upload) => {
        wechat.uploads.push(upload)
        return {
          onProgressUpdate: (hear: typeof wechat.hear) => {
            wechat.hear = hear
          },
        }
      },
    },
  },
}))

afterEach(() => {
  vi.unstubAllGlobals()
  wechat.uploads = []
})

describe('in WeChat', () => {
  test('a file goes to its path, and tells how far it is', async () => {
    const { uploadFile } = await import('./transport-upload.weapp')
    const heard: number[] = []
    const uploading = uploadFile('u/a/1.csv', 'wxfile://1', (percent) => heard.push(percent))
    wechat.hear({ progress: 40 })
    const [sent] = wechat.uploads
    expect(sent).toMatchObject({ cloudPath: 'u/a/1.csv', filePath: 'wxfile://1' })
    sent?.success({ fileID: FILE_ID })
    expect(await uploading).toBe(FILE_ID)
    expect(heard).toEqual([40])
  })

  test('without a network it fails as OFFLINE', async () => {
    const { uploadFile } = await import('./transport-upload.weapp')
    const uploading = uploadFile('u/a/1.csv', 'wxfile://1', () => undefined)
    wechat.uploads[0]?.fail({ errMsg: 'uploadFile:fail request:fail' })
    const code = await uploading.catch((thrown: unknown) => toCallError(thrown).code)
    expect(code).toBe('OFFLINE')
  })
})

/** The browser's own uploader, answered by the test. */
class Uploader {
  static answer: { status: number; fails?: boolean } = { status: 200 }
  static sent: { url?: string; type?: string; size?: number } = {}
  upload: { onprogress?: (told: { loaded: number; total: number }) => void } = {}
  status = 0
  onload?: () => void
  onerror?: () => void
  open(_method: string, url: string) {
    Uploader.sent.url = url
  }
  setRequestHeader(_name: string, type: string) {
    Uploader.sent.type = type
  }
  send(content: Blob) {
    Uploader.sent.size = content.size
    this.upload.onprogress?.({ loaded: 1, total: 3 })
    this.status = Uploader.answer.status
    if (Uploader.answer.fails) this.onerror?.()
    else this.onload?.()
  }
}

describe('in H5', () => {
  const GRANT = { fileID: FILE_ID, url: 'http://cloud/put', contentType: 'text/csv' }
  const asked: unknown[] = []

  function browser(answer: unknown) {
    asked.length = 0
    vi.stubGlobal('localStorage', { getItem: () => 'demo-staff' })
    vi.stubGlobal('XMLHttpRequest', Uploader)
    vi.stubGlobal('fetch', (url: string, init?: { headers: object; body: string }) => {
      if (url === 'blob:1') return Promise.resolve({ blob: () => new Blob(['abc']) })
      asked.push([url, init?.headers, JSON.parse(init?.body ?? '{}')])
      return Promise.resolve({ json: () => answer })
    })
  }

  test('the address is asked for as the person, and the content put there', async () => {
    browser(GRANT)
    Uploader.answer = { status: 200 }
    const { uploadFile } = await import('./transport-upload.h5')
    const heard: number[] = []
    const fileId = await uploadFile('u/a/1.csv', 'blob:1', (percent) => heard.push(percent))
    expect(fileId).toBe(FILE_ID)
    expect(asked).toEqual([
      [
        '/storage/upload-url',
        { 'content-type': 'application/json', 'x-openid': 'demo-staff' },
        { cloudPath: 'u/a/1.csv', size: 3 },
      ],
    ])
    expect(Uploader.sent).toEqual({ url: GRANT.url, type: 'text/csv', size: 3 })
    expect(heard).toEqual([33])
  })

  test.each([
    ['the cloud refuses', { errCode: -503002, errMsg: 'denied' }, { status: 200 }, 'INTERNAL'],
    ['the storage refuses', GRANT, { status: 403 }, 'INTERNAL'],
    ['the network is gone', GRANT, { status: 0, fails: true }, 'OFFLINE'],
  ])('%s: a failure as any call has', async (_, answer, put, code) => {
    browser(answer)
    Uploader.answer = put
    const { uploadFile } = await import('./transport-upload.h5')
    const failed = await uploadFile('u/a/1.csv', 'blob:1', () => undefined).catch(
      (thrown: unknown) => toCallError(thrown).code,
    )
    expect(failed).toBe(code)
  })
})
