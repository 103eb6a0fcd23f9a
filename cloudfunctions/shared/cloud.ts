import cloud from 'wx-server-sdk'

/** The one door to wx-server-sdk. Everything else in the cloud functions comes through here. */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/** `throwOnNotFound: false` (missing in the SDK's types): a missing document is read as null instead of throwing. */
export const database = cloud.database({ throwOnNotFound: false } as object)

/** The SDK's query and update commands. */
export const command = database.command

interface Addresses {
  fileList: { fileID: string; status: number; tempFileURL: string }[]
}

interface Removals {
  fileList: { fileID: string; status: number }[]
}

/** The SDK's file storage, as promises (its types say that there may be none). */
export const storage = {
  getTempFileURL: (fileId: string, seconds: number) =>
    cloud.getTempFileURL({
      fileList: [{ fileID: fileId, maxAge: seconds }],
    }) as Promise<Addresses>,
  getTempFileURLs: (fileIds: readonly string[], seconds: number) =>
    cloud.getTempFileURL({
      fileList: fileIds.map((fileID) => ({ fileID, maxAge: seconds })),
    }) as Promise<Addresses>,
  deleteFile: (fileIds: readonly string[]) =>
    cloud.deleteFile({ fileList: [...fileIds] }) as Promise<Removals>,
  uploadFile: (path: string, content: Buffer) =>
    cloud.uploadFile({ cloudPath: path, fileContent: content }),
}

/** Who called, by which way. Only what the entry checks need. */
export interface Caller {
  openid?: string
  /** Where the call came from, e.g. `wx_client`, `wx_trigger`; a chain is joined by commas. */
  source?: string
}

/**
 * Reads who called. The SDK keeps this in the process's environment, so it must be read
 * synchronously at the start of an invocation, before anything is awaited.
 */
export function readCaller(): Caller {
  const { OPENID, SOURCE } = cloud.getWXContext() as { OPENID?: string | number; SOURCE?: string }
  return {
    // The SDK reads an identity of digits only as a number, which two different ones may share. WeChat
    // gives none such, so it counts as no identity.
    ...(typeof OPENID === 'string' && OPENID !== '' ? { openid: OPENID } : {}),
    ...(SOURCE ? { source: SOURCE } : {}),
  }
}

/** WeChat's own interfaces, as far as they are used; each stands in its function's config.json. */
export const openapi = cloud.openapi as unknown as {
  phonenumber: { getPhoneNumber(options: { code: string }): Promise<unknown> }
  security: {
    msgSecCheck(options: {
      version: 2
      openid: string
      scene: number
      content: string
    }): Promise<unknown>
  }
  subscribeMessage: {
    send(options: {
      touser: string
      templateId: string
      page: string
      data: Record<string, { value: string }>
    }): Promise<unknown>
  }
}
