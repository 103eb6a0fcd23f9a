import type { ActionReply, ActionScope } from './action'
import { encodeText } from './ejson'
import { invalidParam, UpdateRefused } from './errors'
import { randomId } from './ids'
import { encodeKey } from './key'
import { MAX_DOCUMENT_BYTES, softLimit } from './limits'
import { isOperators } from './match'
import { docParam, parseDoc } from './request'
import type { Row } from './row-cache'
import { refuseUnstorable } from './storable'
import { applyUpdate } from './update'
import { parseUpdate } from './update-parse'
import { writePath } from './update-path'
import { isDoc, ObjectId, type Doc, type Value } from './values'
import { findInScope } from './wire-read'

/** Throws UpdateRefused for what can't be stored; warns of what is larger than it should be. */
function checkDocument(scope: ActionScope, doc: Doc, text: string): void {
  refuseUnstorable(doc)
  if (text.length > MAX_DOCUMENT_BYTES)
    throw new UpdateRefused(
      `object to insert too large. size in bytes: ${Buffer.byteLength(text)}, max size: ${MAX_DOCUMENT_BYTES}`,
    )
  const reason = softLimit(doc, text)
  if (reason !== undefined)
    scope.context.warn(`document ${JSON.stringify(doc._id)} of ${scope.collection.name} ${reason}`)
}

/** How an `_id` is told to the SDK: an ObjectId as its hex. */
const idReply = (id: Value): Value => (id instanceof ObjectId ? id.toHexString() : id)

function insertOne(scope: ActionScope, doc: Doc): void {
  const { transaction, transactions, collection, context } = scope
  const text = encodeText(doc)
  checkDocument(scope, doc, text)
  const id = encodeKey(doc._id)
  if (transaction) {
    const seen = transactions.differing(transaction, collection.name).get(id.toString('hex'))
    const taken = seen === undefined ? collection.byId(id) : seen
    if (taken) throw collection.duplicate(collection.idIndex, doc)
    transactions.write(transaction, collection, id, doc)
  } else {
    transactions.refuseLocked(collection.name, id)
    scope.store.atomic(() => collection.insert(doc, { text }))
  }
  context.cost.documentsWritten++
}

/** `database.insertDocument` -> `data.insertedIds`. */
export function insertDocument(scope: ActionScope): ActionReply {
  const { data } = scope.params
  if (!Array.isArray(data) || data.length === 0)
    throw invalidParam('data must be a non-empty array')
  const docs = data.map((text) => {
    const { _id, ...rest } = parseDoc(text, 'data', { now: scope.context.now })
    return { _id: _id === undefined ? randomId() : _id, ...rest }
  })
  for (const doc of docs)
    if (!scope.transaction)
      scope.transactions.refuseLocked(scope.collection.name, encodeKey(doc._id))
  for (const doc of docs) insertOne(scope, doc)
  return { data: { insertedIds: docs.map((doc) => idReply(doc._id)) } }
}

/** Writes one changed document where it belongs; false when nothing changed. */
function writeRow(scope: ActionScope, row: Row, doc: Doc | null): boolean {
  const { transaction, transactions, collection } = scope
  if (!transaction) transactions.refuseLocked(collection.name, row.id)
  const text = doc ? encodeText(doc) : ''
  if (doc && text === (row.text || encodeText(row.doc))) {
    // MongoDB too takes the document for the transaction when an update leaves it as it was.
    if (transaction) transactions.write(transaction, collection, row.id, row.doc)
    return false
  }
  if (doc) checkDocument(scope, doc, text)
  if (transaction) transactions.write(transaction, collection, row.id, doc)
  else if (doc) collection.replace(row, doc, { text })
  else collection.remove(row)
  scope.context.cost.documentsWritten++
  return true
}

/** The fields an upsert takes over from the query: those it asks to be equal. */
function equalFields(query: Doc, into: Doc = {}): Doc {
  for (const key of Object.keys(query)) {
    const condition = query[key]
    if (key === '$and' && Array.isArray(condition))
      for (const part of condition) equalFields(isDoc(part) ? part : {}, into)
    else if (key.startsWith('$')) continue
    else if (!isOperators(condition)) writePath(into, key, condition)
    else if (condition.$eq !== undefined) writePath(into, key, condition.$eq)
  }
  return into
}

/** How a document becomes another; without a row, how an upsert makes one from its query. */
type Changer = (row: Row | undefined) => Doc

/** Reads what `data` does to a document. Throws UpdateRefused before any document is looked at. */
function changer({ params, context }: ActionScope, query: Doc): Changer {
  const update = parseDoc(params.data, 'data', { now: context.now })
  if (params.merge === false)
    return (row) => {
      const { _id: given, ...rest } = update
      const id = row ? row.doc._id : (equalFields(query)._id ?? given)
      return { _id: id, ...rest }
    }
  const changes = parseUpdate(update)
  for (const { operator, path, argument } of changes)
    if (operator === '$addToSet' && isDoc(argument) && Object.keys(argument).join() === 'each')
      context.warn(
        `_.addToSet({ each }) on ${path} adds an object { each }; _.addToSet({ $each }) adds its members`,
      )
  return (row) =>
    applyUpdate(row?.doc ?? equalFields(query), changes, {
      now: context.now,
      query,
      inserting: row === undefined,
    })
}

/** `database.modifyDocument` -> `data.updated` (documents changed) and `data.upsert_id`. */
export function modifyDocument(scope: ActionScope): ActionReply {
  const { params, context } = scope
  const query = docParam(params, 'query', { now: context.now })
  const changed = changer(scope, query)
  const rows = findInScope(scope, params.multi === true ? { query } : { query, limit: 1 })
  let updated = 0
  for (const row of rows) {
    const wrote = writeRow(scope, row, changed(row))
    if (wrote || params.merge === false) updated++
  }
  if (rows.length > 0 || params.upsert !== true) return { data: { updated, upsert_id: null } }
  const { _id, ...rest } = changed(undefined)
  const doc: Doc = { _id: _id === undefined ? randomId() : _id, ...rest }
  insertOne(scope, doc)
  return { data: { updated: 0, upsert_id: idReply(doc._id) } }
}

/** `database.modifyAndReturnDoc` -> `data.updated` and `data.doc`, the document as it is afterwards. */
export function modifyAndReturnDoc(scope: ActionScope): ActionReply {
  const { params, context } = scope
  const query = docParam(params, 'query', { now: context.now })
  const changed = changer(scope, query)
  const [row] = findInScope(scope, { query, limit: 1 })
  if (row === undefined) return { data: { updated: 0, doc: null } }
  const doc = changed(row)
  writeRow(scope, row, doc)
  return { data: { updated: 1, doc: encodeText(doc) } }
}

/** `database.removeDocument` -> `data.deleted`. */
export function removeDocument(scope: ActionScope): ActionReply {
  const { params, context } = scope
  const query = docParam(params, 'query', { now: context.now })
  const rows = findInScope(scope, params.multi === true ? { query } : { query, limit: 1 })
  for (const row of rows) writeRow(scope, row, null)
  return { data: { deleted: rows.length } }
}
