import type { ImportReport } from '../../../types/contract/account-roster'
import { _, collection } from '../../shared/db'
import type { KeyRing } from '../../shared/keys'
import { openField, sealFields, sealingOf } from '../../shared/sealed-fields'
import { type Tap, TAPS_KEPT } from '../../shared/taps'
import { DAY, MINUTE } from '../../shared/time'
import { eachOf } from '../../shared/together'
import type { Post } from '../../shared/actor'
import type { ImportDoc, PlannedRow, RosterRowsDoc } from './import.docs'
import type { RowFault } from './roster-rows.rules'

const imports = collection<ImportDoc>('imports')
const rosterRows = collection<RosterRowsDoc>('rosterRows')

const ROWS = sealingOf('rosterRows')

/** Rows in one document: far below 256 KB sealed, and what one round of the ticker applies. */
const CHUNK = 100
/** What is wrong is told of this many rows: whoever has mended them uploads again. */
const PROBLEMS_KEPT = 500
const WIDTH = 8

/** A call that reads for longer has died. */
const READING_FOR = 15 * MINUTE
/** What was read and not applied is forgotten. */
const WAITS_FOR = DAY

export const findImport = (importId: string): Promise<ImportDoc | null> => imports.find(importId)

/** An import that is about to be read. */
export const openImport = async (
  opened: Pick<ImportDoc, '_id' | 'communityId' | 'region' | 'of' | 'uploadId' | 'readAt'>,
): Promise<void> => {
  await imports.insert({
    ...opened,
    state: 'reading',
    rows: 0,
    counts: { new: 0, changed: 0, same: 0, bad: 0, unsure: 0 },
    ignored: [],
    problems: [],
    chunks: 0,
    next: 0,
    done: 0,
    taps: [],
    dueAt: opened.readAt + READING_FOR,
  })
}

/** What was found in the file. */
export interface Found {
  rows: number
  counts: ImportReport['counts']
  ignored: string[]
  problems: readonly RowFault[]
  planned: readonly PlannedRow[]
}

/** Keeps the rows, sealed, and then says that they were read. The same tap again writes the same. */
export async function keepFound(
  { _id: importId, communityId, region }: Pick<ImportDoc, '_id' | 'communityId' | 'region'>,
  { planned, problems, ...found }: Found,
  { ring, now }: { ring: KeyRing; now: number },
): Promise<void> {
  const parts = Array.from({ length: Math.ceil(planned.length / CHUNK) }, (_part, n) => n)
  await eachOf(parts, WIDTH, async (n) => {
    const _id = chunkId(importId, n)
    const rows = JSON.stringify(planned.slice(n * CHUNK, (n + 1) * CHUNK))
    const { change } = sealFields(ring, ROWS, { _id }, { rows })
    const chunk = { _id, importId, communityId, region, ...change }
    // Of a try that died: people may have changed since, and the plan with them.
    if ((await rosterRows.insert(chunk)) === 'exists') await rosterRows.updateOne(_id, {}, change)
  })
  await imports.updateOne(
    importId,
    { state: 'reading' },
    {
      ...found,
      problems: problems.slice(0, PROBLEMS_KEPT),
      chunks: parts.length,
      state: 'read',
      dueAt: now + WAITS_FOR,
    },
  )
}

const chunkId = (importId: string, n: number): string => `${importId}-${n}`

/** From now on it is applied, if it was read and nobody has begun yet. */
export const startImport = (
  importId: string,
  { ref, post, tap }: { ref: string; post: Post; tap: Tap },
): Promise<boolean> =>
  imports.updateOne(
    importId,
    { state: 'read' },
    {
      state: 'running',
      appliedBy: ref,
      appliedAs: post.role,
      dueAt: tap.at,
      taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
    },
  )

/** Imports with something to do, the longest waiting first. */
export const findDueImports = (now: number, limit: number): Promise<ImportDoc[]> =>
  imports.list({ where: { dueAt: _.lte(now) }, orderBy: [['dueAt', 'asc']], limit })

/** The rows of one part; none when they are gone. */
export async function openRows(
  { _id: importId, next }: ImportDoc,
  ring: KeyRing,
): Promise<PlannedRow[]> {
  const chunk = await rosterRows.find(chunkId(importId, next))
  const rows = chunk && openField(ring, ROWS, chunk, 'rows')
  return rows ? (JSON.parse(rows) as PlannedRow[]) : []
}

/** What became of one part, where it is not what was planned. */
export interface Applied {
  rows: number
  faults: readonly RowFault[]
  /** Rows not applied after all, by what was planned. */
  dropped: Pick<ImportReport['counts'], 'new' | 'changed'>
}

/** A part is applied: once, whoever else was at it. */
export const passRows = (
  { _id: importId, next }: ImportDoc,
  { rows, faults, dropped }: Applied,
): Promise<boolean> =>
  imports.updateOne(
    importId,
    { state: 'running', next },
    {
      next: next + 1,
      done: _.inc(rows),
      'counts.new': _.inc(-dropped.new),
      'counts.changed': _.inc(-dropped.changed),
      'counts.unsure': _.inc(dropped.new + dropped.changed),
      ...(faults.length > 0
        ? { problems: _.push({ each: [...faults], slice: PROBLEMS_KEPT }) }
        : {}),
    },
  )

/** It is over, if it is still where it was; then its rows go. Repeated until it is through. */
export async function closeImport(
  { _id: importId, state }: ImportDoc,
  end: 'done' | 'failed',
): Promise<void> {
  if (state !== end && !(await imports.updateOne(importId, { state }, { state: end }))) return
  await forgetRows(importId)
  await imports.updateOne(importId, { state: end }, { dueAt: _.remove() })
}

async function forgetRows(importId: string): Promise<void> {
  const left = await rosterRows.list({ where: { importId }, limit: 1_000, fields: ['_id'] })
  await eachOf(left, WIDTH, ({ _id }) => rosterRows.remove(_id))
}

/** It cannot be gone on with now. */
export const putOffImport = async (importId: string, dueAt: number): Promise<void> => {
  await imports.updateOne(importId, {}, { dueAt })
}
