import { get as getPlain, type IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { storage } from './cloud'
import { mayChange, stopWhenLate } from './db'

/** The contents of files, by file id. Whose a file is and what it is for is known by files.ts. */

/** The SDK's status of a file that does not exist. */
const MISSING = -503003

/** How long an address made for reading a file at once is good for, in seconds. */
const SOON = 60

/** Files removed, or given addresses, in one request: the cloud's own limit. */
export const FILES_AT_ONCE = 50

/**
 * The content of a file: `missing` when there is none, `too large` when it is longer than `most` bytes,
 * of which no more is read then. The SDK's own download would take all of it into memory first.
 */
export async function readFile(
  fileId: string,
  most: number,
): Promise<Buffer | 'missing' | 'too large'> {
  stopWhenLate()
  const { fileList } = await storage.getTempFileURL(fileId, SOON)
  const [file] = fileList
  if (file?.status === MISSING) return 'missing'
  if (file?.status !== 0) throw new Error(`no address of a file: status ${file?.status}`)
  return download(file.tempFileURL, most)
}

function download(address: string, most: number): Promise<Buffer | 'missing' | 'too large'> {
  return new Promise((resolve, reject) => {
    const take = (response: IncomingMessage) => {
      const { statusCode } = response
      if (statusCode !== 200) {
        response.resume()
        if (statusCode === 404) resolve('missing')
        else reject(new Error(`a file did not come: status ${statusCode}`))
        return
      }
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= most) return chunks.push(chunk)
        resolve('too large')
        return response.destroy()
      })
      response.on('end', () => resolve(Buffer.concat(chunks)))
      response.on('error', reject)
    }
    // The local cloud's addresses are plain, the real ones are not.
    const ask = address.startsWith('https:') ? get : getPlain
    ask(address, take).on('error', reject)
  })
}

/** Puts content to a path; what was there before is replaced. Answers the file's id. */
export async function writeFile(path: string, content: Buffer): Promise<string> {
  await mayChange()
  const { fileID } = await storage.uploadFile(path, content)
  return fileID
}

/** An address at which whoever has it can read the file, for that many seconds. Null when there is no file. */
export async function addressOf(fileId: string, seconds: number): Promise<string | null> {
  stopWhenLate()
  const [file] = (await storage.getTempFileURL(fileId, seconds)).fileList
  return file?.status === 0 ? file.tempFileURL : null
}

/**
 * Addresses of files, for that many seconds, by file id: one request for each `FILES_AT_ONCE`. Those of which
 * there is no file are left out.
 */
export async function addressesOf(
  fileIds: readonly string[],
  seconds: number,
): Promise<Map<string, string>> {
  const addresses = new Map<string, string>()
  const unique = [...new Set(fileIds)]
  for (let from = 0; from < unique.length; from += FILES_AT_ONCE) {
    stopWhenLate()
    const some = unique.slice(from, from + FILES_AT_ONCE)
    for (const file of (await storage.getTempFileURLs(some, seconds)).fileList) {
      if (file.status === 0) addresses.set(file.fileID, file.tempFileURL)
    }
  }
  return addresses
}

/** Removes files, at most `FILES_AT_ONCE`; one that is not there counts as removed. Answers those that stayed. */
export async function removeFiles(fileIds: readonly string[]): Promise<string[]> {
  await mayChange()
  const { fileList } = await storage.deleteFile(fileIds)
  return fileList
    .filter(({ status }) => status !== 0 && status !== MISSING)
    .map(({ fileID }) => fileID)
}

/** Written only to learn from its id how the ids of this environment begin. */
const BEACON = 'beacon.txt'
let beginning: string | undefined

/**
 * The file id of a path. Ids begin with the names of the environment and of its bucket, and nothing
 * tells the bucket's: each instance that asks writes one small file once, and reads it from its id.
 */
export async function fileIdOf(path: string): Promise<string> {
  if (beginning === undefined) {
    await mayChange()
    const { fileID } = await storage.uploadFile(BEACON, Buffer.from('1'))
    beginning = fileID.slice(0, -BEACON.length)
  }
  return beginning + path
}
