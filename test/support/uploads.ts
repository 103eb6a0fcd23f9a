import { DAY, MINUTE, type TestCloud } from './cloud'
import { allOf, changeDoc } from './database'

/** What a phone does with a file: asks where it may go, and puts it there. */
export async function upload(
  cloud: TestCloud,
  openid: string,
  bytes: Buffer,
  { kind = 'roster', ending = 'csv' }: { kind?: 'roster'; ending?: string } = {},
): Promise<{ uploadId: string; fileId: string }> {
  const { uploadId, path } = await cloud
    .as(openid)
    .ok('account.prepareUpload', { kind, ending, bytes: bytes.length || 1 })
  return { uploadId, fileId: await putFile(cloud, openid, path, bytes) }
}

/** The same for a picture or a file of an announcement. */
export async function uploadFor(
  cloud: TestCloud,
  openid: string,
  bytes: Buffer,
  asked: { region: string; kind: 'announcementPicture' | 'announcementFile'; ending: string },
): Promise<{ uploadId: string; fileId: string }> {
  const { uploadId, path } = await cloud
    .as(openid)
    .ok('announcement.prepareUpload', { ...asked, bytes: bytes.length })
  return { uploadId, fileId: await putFile(cloud, openid, path, bytes) }
}

/** Puts a file to a path as wx.cloud.uploadFile does, and answers its file id. */
export async function putFile(
  cloud: TestCloud,
  openid: string,
  path: string,
  bytes: Buffer,
): Promise<string> {
  const asked = await fetch(`${cloud.url}/storage/upload-url`, {
    method: 'POST',
    headers: { 'x-openid': openid },
    body: JSON.stringify({ cloudPath: path }),
  })
  const grant = (await asked.json()) as { fileID: string; url: string; contentType: string }
  const put = await fetch(grant.url, {
    method: 'PUT',
    headers: { 'content-type': grant.contentType },
    body: new Uint8Array(bytes),
  })
  if (!put.ok) throw new Error(`The file was not taken: ${put.status}`)
  return grant.fileID
}

/** Is the file still there? Asked as the one who uploads again to the same place would find out. */
export async function fileIsThere(cloud: TestCloud, fileId: string): Promise<boolean> {
  const path = fileId.replace(/^cloud:\/\/[^/]+\//, '')
  // Somebody else may upload to a free path only.
  const asked = await fetch(`${cloud.url}/storage/upload-url`, {
    method: 'POST',
    headers: { 'x-openid': 'somebody-else' },
    body: JSON.stringify({ cloudPath: path }),
  })
  return asked.status !== 200
}

interface Waiting {
  _id: string
  removeAt?: number
  dueAt?: number
}

/**
 * A day passes for uploads and imports: what they wait for comes a day earlier. The clock itself would
 * fire the timer of every minute.
 */
export async function letADayPass(cloud: TestCloud): Promise<void> {
  for (const { _id, removeAt } of await allOf<Waiting>(cloud, 'uploads')) {
    if (removeAt) await changeDoc(cloud, 'uploads', _id, { removeAt: removeAt - DAY })
  }
  for (const { _id, dueAt } of await allOf<Waiting>(cloud, 'imports')) {
    if (dueAt) await changeDoc(cloud, 'imports', _id, { dueAt: dueAt - DAY })
  }
  await cloud.advance(3 * MINUTE)
}
