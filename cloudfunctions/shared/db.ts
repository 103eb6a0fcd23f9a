import { refuse } from './errors'
import { checkChange, checkFieldPath, checkFilter, checkValue, isCommand } from './db-guard'
import { command as _, database } from './cloud'
import type { CollectionName } from './collections'
import { invocation } from './invocation'
import { patiently } from './patience'
import { together } from './together'

export { _ }

/** Every document has an id of our making. */
export interface Document {
  _id: string
}

type Filter = Record<string, unknown>

/** Which documents, in which order, and how many. */
export interface Selection {
  /** May be left out where `anyOf` says which. */
  where?: Filter
  /** Beside `where`, all that one of these says; each needs an index of its own. */
  anyOf?: readonly Filter[]
  orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
  /** At most 1,000. */
  limit: number
  /** The fields to read; all when left out. `_id` always comes. */
  fields?: readonly string[]
}

/** What a query may do with a collection. */
export interface Reads<Doc extends Document> {
  /** The document, or null. */
  find(id: string): Promise<Doc | null>
  /** The document; ends the call with NOT_FOUND when there is none. */
  get(id: string): Promise<Doc>
  /** The documents with these ids, in no particular order; those missing are left out. */
  findMany(ids: readonly string[]): Promise<Doc[]>
  /** The documents selected. */
  list(selection: Selection): Promise<Doc[]>
  /** How many documents meet the conditions; of one field that an index begins with, no document is read. */
  count(where: Filter): Promise<number>
}

/** What a store may do with a collection. */
export interface Writes<Doc extends Document> extends Reads<Doc> {
  /** Adds a document; `exists` when its id is taken, and then nothing is written. */
  insert(doc: Doc): Promise<'inserted' | 'exists'>
  /** Adds those whose ids are free, at most 500, with one read and, unless others add the same, one write. */
  insertMissing(docs: readonly Doc[]): Promise<void>
  /**
   * Changes one document if all conditions hold at that moment; answers whether it did. Values are
   * written whole; a dotted path changes only what it leads to.
   */
  updateOne(id: string, conditions: Filter, change: Record<string, unknown>): Promise<boolean>
  /** Removes the document; one that is not there counts as removed. Only for what is not history. */
  remove(id: string): Promise<void>
  /** Removes the document if all conditions hold at that moment; answers whether it did. */
  removeIf(id: string, conditions: Filter): Promise<boolean>
  /** Removes those of these documents (at most 500) that meet the conditions, in one request; answers how many. */
  removeMany(ids: readonly string[], conditions: Filter): Promise<number>
  /**
   * Gives those of these documents (at most 500) that meet the conditions the same change, in one
   * request; answers how many changed. Each changes whole, but a crash may leave some changed and some
   * not: only for marks that are safe to set again.
   */
  updateMany(
    ids: readonly string[],
    conditions: Filter,
    change: Record<string, unknown>,
  ): Promise<number>
}

/** The most documents one request reads (the database's own limit for functions). */
const MOST = 1_000
/** Ids looked up in one request. */
const IDS_AT_ONCE = 500

/** Ends work that goes on after its reply: the caller has been told TIMEOUT, so nothing new may begin. */
export function stopWhenLate(): void {
  const current = invocation()
  if (current && Date.now() > current.deadline) refuse('TIMEOUT')
}

/**
 * The gate before whatever is changed, in the database or outside: waits for what must stand first, and throws where
 * that does not.
 */
export async function mayChange(): Promise<void> {
  await together(invocation()?.first ?? [])
  stopWhenLate()
}

/** The id is taken. A clash on another unique index names that index, and is a fault. */
const isDuplicateId = (error: unknown): boolean =>
  error instanceof Error && /E11000.*\b_id_? dup key/s.test(error.message)

/** Reads of a collection, for `*.query.ts`: there is nothing to write with. */
export function readCollection<Doc extends Document>(name: CollectionName): Reads<Doc> {
  const reads: Reads<Doc> = {
    async find(id) {
      stopWhenLate()
      checkValue(id, '_id')
      const { data } = (await patiently(() =>
        database.collection(name).doc(id).get(),
      )) as unknown as {
        data: Doc | null | undefined
      }
      return data ?? null
    },
    async get(id) {
      return (await reads.find(id)) ?? refuse('NOT_FOUND')
    },
    async findMany(ids) {
      const unique = [...new Set(ids)]
      const found: Doc[] = []
      for (let from = 0; from < unique.length; from += IDS_AT_ONCE) {
        const some = unique.slice(from, from + IDS_AT_ONCE)
        found.push(...(await reads.list({ where: { _id: _.in(some) }, limit: some.length })))
      }
      return found
    },
    async list({ where, anyOf, orderBy = [], limit, fields }) {
      stopWhenLate()
      if (where || !anyOf?.length) checkFilter(where ?? {})
      anyOf?.forEach((filter) => checkFilter(filter))
      const meets = anyOf ? _.or(anyOf.map((filter) => ({ ...where, ...filter }))) : where
      if (limit < 1 || limit > MOST) throw new RangeError(`limit must be 1 to ${MOST}`)
      let query = database
        .collection(name)
        .where(meets as Filter)
        .limit(limit)
      for (const [field, direction] of orderBy) query = query.orderBy(field, direction)
      if (fields) {
        fields.forEach(checkFieldPath)
        query = query.field(Object.fromEntries(fields.map((field) => [field, true])))
      }
      const { data } = (await patiently(() => query.get())) as unknown as { data: Doc[] }
      return data
    },
    async count(where) {
      stopWhenLate()
      checkFilter(where)
      const { total } = (await patiently(() =>
        database.collection(name).where(where).count(),
      )) as unknown as {
        total: number
      }
      return total
    },
  }
  return reads
}

/** A collection, for `*.store.ts` and this folder. */
export function collection<Doc extends Document>(name: CollectionName): Writes<Doc> {
  const reads = readCollection<Doc>(name)
  const writes: Writes<Doc> = {
    ...reads,
    async insert(doc) {
      checkValue(doc, name)
      await mayChange()
      try {
        await patiently(() => database.collection(name).add({ data: doc }))
        return 'inserted'
      } catch (error) {
        if (isDuplicateId(error)) return 'exists'
        throw error
      }
    },
    async insertMissing(docs) {
      const ids = docs.map(({ _id }) => _id)
      if (ids.length === 0) return
      if (ids.length > IDS_AT_ONCE) throw new RangeError(`at most ${IDS_AT_ONCE} documents`)
      const there = await reads.list({
        where: { _id: _.in(ids) },
        limit: ids.length,
        fields: ['_id'],
      })
      const taken = new Set(there.map(({ _id }) => _id))
      const missing = docs.filter(({ _id }) => !taken.has(_id))
      if (missing.length === 0) return
      checkValue(missing, name)
      await mayChange()
      try {
        await patiently(() => database.collection(name).add({ data: missing }))
      } catch (error) {
        if (!isDuplicateId(error)) throw error
        // Somebody else came between, and some of ours are there: each is added by itself.
        for (const doc of missing) await writes.insert(doc)
      }
    },
    async updateOne(id, conditions, change) {
      checkValue(id, '_id')
      // `where().update()` changes every match: naming `_id` by equality makes it one document at most.
      return (await update(name, conditions, _.eq(id), change)) === 1
    },
    async updateMany(ids, conditions, change) {
      if (ids.length < 1 || ids.length > IDS_AT_ONCE)
        throw new RangeError(`1 to ${IDS_AT_ONCE} ids, not ${ids.length}`)
      checkValue(ids, '_id')
      return update(name, conditions, _.in([...ids]), change)
    },
    async remove(id) {
      checkValue(id, '_id')
      await mayChange()
      await patiently(() => database.collection(name).doc(id).remove())
    },
    async removeMany(ids, conditions) {
      if (ids.length < 1 || ids.length > IDS_AT_ONCE)
        throw new RangeError(`1 to ${IDS_AT_ONCE} ids, not ${ids.length}`)
      checkValue(ids, '_id')
      checkFilter(conditions, 'conditions')
      await mayChange()
      const { stats } = (await patiently(() =>
        database
          .collection(name)
          .where({ ...conditions, _id: _.in([...ids]) })
          .remove(),
      )) as unknown as { stats: { removed: number } }
      return stats.removed
    },
    async removeIf(id, conditions) {
      checkValue(id, '_id')
      checkFilter(conditions, 'conditions')
      await mayChange()
      const { stats } = (await patiently(() =>
        database
          .collection(name)
          .where({ ...conditions, _id: _.eq(id) })
          .remove(),
      )) as unknown as { stats: { removed: number } }
      return stats.removed === 1
    },
  }
  return writes
}

async function update(
  name: CollectionName,
  conditions: Filter,
  ids: unknown,
  change: Record<string, unknown>,
): Promise<number> {
  if (Object.keys(conditions).length > 0) checkFilter(conditions, 'conditions')
  checkChange(change)
  await mayChange()
  const { stats } = (await patiently(() =>
    database
      .collection(name)
      .where({ ...conditions, _id: ids })
      .update({ data: wholeValues(change) }),
  )) as unknown as { stats: { updated: number } }
  return stats.updated
}

/** `_.set` around every plain value: without it the SDK merges an object into the old one. */
export function wholeValues(change: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(change).map(([path, value]) => [path, isCommand(value) ? value : _.set(value)]),
  )
}
