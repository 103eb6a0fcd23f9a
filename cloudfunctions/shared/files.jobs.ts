import { findOverdueUploads, forgetUpload, putOffRemoval, type UploadDoc } from './files'
import { log } from './log'
import { FILES_AT_ONCE, fileIdOf, removeFiles } from './storage'
import { HOUR, MINUTE } from './time'
import { eachOf } from './together'

/** A call that began in time may still be attaching its file. */
const GRACE = 2 * MINUTE
/** Rounds in one run: what is left waits for the next. */
const ROUNDS = 10
const WIDTH = 8

/** Removes what was uploaded and not used, or is not needed any more. Safe to repeat. */
export async function removeOverdueFiles(now: number): Promise<Record<string, number>> {
  let removed = 0
  for (let round = 0; round < ROUNDS; round++) {
    const overdue = await findOverdueUploads(now - GRACE, FILES_AT_ONCE)
    if (overdue.length > 0) removed += await removeAll(overdue, now)
    if (overdue.length < FILES_AT_ONCE) break
  }
  return { removed }
}

async function removeAll(overdue: readonly UploadDoc[], now: number): Promise<number> {
  const byFile = new Map<string, UploadDoc>()
  // Whether a path that nobody came back with holds a file is not known: it is removed all the same.
  for (const upload of overdue) byFile.set(upload.fileId ?? (await fileIdOf(upload.path)), upload)
  const stayed = new Set(await removeFiles([...byFile.keys()]))
  if (stayed.size > 0) log('warn', 'files stay', { files: stayed.size })
  await eachOf([...byFile], WIDTH, async ([fileId, { _id }]) => {
    await (stayed.has(fileId) ? putOffRemoval(_id, now + HOUR) : forgetUpload(_id))
  })
  return byFile.size - stayed.size
}
