import { BadRequest } from './bad-request'
import type { Collection } from './db/collection'
import type { Database } from './db/database'
import { decodeText } from './db/ejson'
import { CloudError, DuplicateKey, QueryRefused } from './db/errors'
import { find } from './db/find'
import { encodeKey } from './db/key'
import type { Row } from './db/row-cache'
import type { Order } from './db/sort'
import { Locked } from './db/transactions'
import { isDoc, numberOf, type Doc } from './db/values'
import type { FunctionDefinition } from './functions'
import { BadLine, encodeLine } from './transfer/json-lines'
import { parseDocument } from './transfer/parse-document'

/** The document is not as the page read it; answered with HTTP 409. */
export class Changed extends Error {}

const MAX_PAGE = 200

type Body = Record<string, unknown>

/** What there is to look at: functions as configured, collections with their indexes. */
export const overview = (
  database: Database,
  functions: ReadonlyMap<string, FunctionDefinition>,
): object => ({
  functions: [...functions.values()].map(({ name, timeoutMs, memoryMb, triggers }) => ({
    name,
    timeoutMs,
    memoryMb,
    triggers,
  })),
  collections: [...database.store.collections.values()]
    .map((collection) => ({
      name: collection.name,
      documents: collection.count(),
      indexes: collection.indexes.map(({ spec }) => spec),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1)),
})

function collectionOf(database: Database, body: Body): Collection {
  const collection = database.store.collections.get(String(body.collection))
  if (collection === undefined)
    throw new BadRequest(`there is no collection ${String(body.collection)}`)
  return collection
}

function docOf(body: Body, name: string): Doc {
  const text = body[name] ?? ''
  if (typeof text !== 'string') throw new BadRequest(`${name} must be Extended JSON text`)
  if (text.trim() === '') return {}
  let value
  try {
    value = decodeText(text)
  } catch (error) {
    throw new BadRequest(`the ${name} is not JSON: ${(error as Error).message}`)
  }
  if (!isDoc(value)) throw new BadRequest(`the ${name} must be an object`)
  return value
}

function orderOf(body: Body): Order {
  const order = docOf(body, 'order')
  return Object.keys(order).map((field) => [field, (numberOf(order[field]) ?? 1) < 0 ? -1 : 1])
}

function wholeNumber(body: Body, name: string, fallback: number, max: number): number {
  const value = body[name] ?? fallback
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > max)
    throw new BadRequest(`${name} must be a whole number from 0 to ${max}`)
  return value
}

/**
 * A page of documents: `{ collection, query?, order?, skip?, limit? }`, query and order as Extended
 * JSON text -> `{ documents: text[], more, examined, advice?, ms }`.
 */
export function queryDocuments(database: Database, body: Body): object {
  const limit = wholeNumber(body, 'limit', 20, MAX_PAGE)
  const skip = wholeNumber(body, 'skip', 0, Number.MAX_SAFE_INTEGER)
  const began = performance.now()
  try {
    // One more than asked for tells whether there is another page.
    const { rows, examined, advice } = find(collectionOf(database, body), {
      query: docOf(body, 'query'),
      order: orderOf(body),
      skip,
      limit: limit + 1,
    })
    return {
      documents: rows.slice(0, limit).map(({ doc }) => encodeLine(doc)),
      more: rows.length > limit,
      examined,
      advice,
      ms: Math.round((performance.now() - began) * 10) / 10,
    }
  } catch (error) {
    if (error instanceof QueryRefused || error instanceof CloudError)
      throw new BadRequest(error.message)
    throw error
  }
}

function parsed(text: unknown): Doc {
  if (typeof text !== 'string') throw new BadRequest('a document must be Extended JSON text')
  try {
    return parseDocument({ line: 1, text })
  } catch (error) {
    if (error instanceof BadLine) throw new BadRequest(`the document ${error.reason}`)
    throw error
  }
}

/** The row that `before` was read from, unchanged since. Throws Changed. */
function unchanged(database: Database, collection: Collection, before: unknown): Row {
  const id = encodeKey(parsed(before)._id)
  database.transactions.refuseLocked(collection.name, id)
  const row = collection.byId(id)
  if (row === undefined) throw new Changed('the document has been removed meanwhile')
  if (encodeLine(row.doc) !== before) throw new Changed('the document has been changed meanwhile')
  return row
}

function writing<Result>(database: Database, work: () => Result): Result {
  try {
    return database.store.atomic(work)
  } catch (error) {
    if (error instanceof DuplicateKey) throw new BadRequest(error.message)
    if (error instanceof Locked) throw new Changed('an open transaction holds the document')
    throw error
  }
}

/**
 * `{ collection, before?, text }` -> `{ text }`: inserts a document, or replaces the one that was
 * read as `before` and still stands so. The `_id` stays. Throws BadRequest and Changed.
 */
export function saveDocument(database: Database, body: Body): object {
  const collection = collectionOf(database, body)
  const doc = parsed(body.text)
  return writing(database, () => {
    if (body.before === undefined) {
      database.transactions.refuseLocked(collection.name, encodeKey(doc._id))
      collection.insert(doc)
    } else {
      const row = unchanged(database, collection, body.before)
      if (!encodeKey(doc._id).equals(row.id)) throw new BadRequest('the _id of a document stays')
      collection.replace(row, doc)
    }
    return { text: encodeLine(doc) }
  })
}

/** `{ collection, before }` -> `{}`: removes the document that was read as `before`. Throws Changed. */
export function removeDocument(database: Database, body: Body): object {
  const collection = collectionOf(database, body)
  return writing(database, () => {
    collection.remove(unchanged(database, collection, body.before))
    return {}
  })
}
