import { BUCKET } from '../environment'
import { CloudError } from '../db/errors'
import type { Storage } from './storage'

/** Answers the SDK's storage actions for a function; `token` is that of its invocation. */
export async function storageAction(
  storage: Storage,
  action: string,
  body: Record<string, unknown>,
  token: string | undefined,
): Promise<Record<string, unknown>> {
  const actor = { function: token }
  switch (action) {
    case 'storage.getUploadMetadata': {
      const { url, fileID } = storage.grantUpload(actor, { cloudPath: body.path })
      const cosFileId = Buffer.from(`${BUCKET}/${fileID}`).toString('base64url')
      // The signature stands in the URL; the SDK sends these along as headers of the upload.
      return { data: { url, fileId: fileID, cosFileId, token: 'local', authorization: 'local' } }
    }
    case 'storage.batchGetDownloadUrl': {
      const list = storage.tempUrls(actor, fromWire(body.file_list))
      return { data: { download_list: list.map((file) => ({ ...file, fileid: file.fileID })) } }
    }
    case 'storage.batchDeleteFile': {
      const list = await storage.remove(actor, body.fileid_list)
      return { data: { delete_list: list.map((file) => ({ ...file, fileid: file.fileID })) } }
    }
    default:
      throw new CloudError(
        'INVALID_ACTION',
        `[InvalidAction] unknown storage action ${JSON.stringify(action)}`,
      )
  }
}

/** `[{ fileid, max_age }]` of the wire as the storage takes it. */
function fromWire(list: unknown): unknown {
  if (!Array.isArray(list)) return list
  return list.map((item: unknown) => {
    const { fileid, max_age: maxAge } = (item ?? {}) as { fileid?: unknown; max_age?: unknown }
    return { fileID: fileid, maxAge }
  })
}
