import { type CollectionDeclaration, type CollectionName, COLLECTIONS } from './collections'
import { _, type Document } from './db'
import { keyIdOf, type KeyRing, SealUnreadable } from './seal'

/**
 * Documents with sealed fields. What is supported: fields at the top of a document that hold one sealed
 * text or null, declared in collections.ts as `sealed`, each with any number of columns to be found by
 * (`found`). Not supported: sealed texts inside objects or arrays, and several in one field.
 *
 * `keyId` is the id of the one key that all of a document is sealed with, or SEVERAL. The job that seals
 * again (reseal.ts) finds documents by it, so every writer keeps it true by writing what `sealFields`
 * gives, on its conditions.
 */
export interface SealedDocument extends Document {
  keyId?: string
}

/**
 * The `keyId` of a document sealed with more than one key; no key has such an id. Not the oldest of them:
 * while a new key is brought out, functions do not agree on which is the older.
 */
export const SEVERAL = 'several keys'

/** A collection's sealed fields, as declared. */
export interface Sealing {
  name: CollectionName
  sealed: readonly string[]
  /** By the name of the column: the kind and the sealed field whose text it finds. */
  found: Readonly<Record<string, { kind: string; of: string }>>
}

const declared = (name: CollectionName): Sealing => {
  const { sealed = [], found = {} } = COLLECTIONS[name] as CollectionDeclaration
  return { name, sealed, found }
}

/** The collection's sealed fields; throws where none is declared. */
export function sealingOf(name: CollectionName): Sealing {
  const sealing = declared(name)
  if (sealing.sealed.length === 0) throw new Error(`no field of ${name} is declared as sealed`)
  return sealing
}

/** All collections with sealed fields. */
export const allSealings = (): Sealing[] =>
  (Object.keys(COLLECTIONS) as CollectionName[])
    .map(declared)
    .filter(({ sealed }) => sealed.length > 0)

const aboutOf = (name: string, id: string, field: string): string => `${name}/${id}/${field}`

/** What to write, and what must still be so: both go into one `updateOne`. */
export interface SealedChange<Field extends string = string> {
  conditions: Record<string, unknown>
  /** The fields sealed, their columns to be found by, and the document's `keyId`. */
  change: Record<Field, string | null> & { keyId: string }
}

/**
 * Seals texts for fields of one document; null empties a field and its columns. `doc` is the document as
 * it was read, or its `_id` alone for one that is to be inserted (then `change` goes into it). When
 * `updateOne` answers false, the document has been sealed anew meanwhile: read it and try again.
 */
export function sealFields<Field extends string>(
  ring: KeyRing,
  sealing: Sealing,
  doc: SealedDocument,
  texts: Record<Field, string | null>,
): SealedChange<Field> {
  const change: Record<string, string | null> = {}
  for (const [field, text] of Object.entries<string | null>(texts)) {
    if (!sealing.sealed.includes(field)) {
      throw new Error(`${sealing.name}.${field} is not declared as sealed`)
    }
    Object.assign(change, fieldChange(ring, sealing, doc._id, field, text))
  }
  return {
    conditions: { keyId: doc.keyId ?? _.exists(false) },
    change: { ...change, keyId: joined(ring, doc.keyId) } as SealedChange<Field>['change'],
  }
}

/** The text of a sealed field; null when it is empty or absent. Throws SealUnreadable. */
export function openField(
  ring: KeyRing,
  sealing: Sealing,
  doc: SealedDocument,
  field: string,
): string | null {
  const value = (doc as unknown as Record<string, unknown>)[field] ?? null
  if (value === null) return null
  if (typeof value !== 'string') throw new SealUnreadable('malformed')
  return ring.open(value, aboutOf(sealing.name, doc._id, field))
}

function fieldChange(
  ring: KeyRing,
  { name, found }: Sealing,
  id: string,
  field: string,
  text: string | null,
): Record<string, string | null> {
  const change = { [field]: text === null ? null : ring.seal(text, aboutOf(name, id, field)) }
  for (const [column, { kind, of }] of Object.entries(found)) {
    if (of === field) change[column] = text === null ? null : ring.find(kind, text)
  }
  return change
}

/** What a document's `keyId` becomes when something sealed with the newest key is added. */
function joined(ring: KeyRing, keyId: string | undefined): string {
  const newest = ring.ids[0] ?? ''
  return keyId === undefined || keyId === newest ? newest : SEVERAL
}

/**
 * Seals with the newest key whatever of a document is not, if nothing of it has changed since it was
 * read. What was sealed with a key that the ring no longer has stays as it is, and is told in `gone`.
 * Throws SealUnreadable for a value that its own key does not open.
 */
export function resealFields(
  ring: KeyRing,
  sealing: Sealing,
  doc: SealedDocument,
): SealedChange & { gone: string[] } {
  const values = doc as unknown as Record<string, unknown>
  const conditions: Record<string, unknown> = { keyId: doc.keyId ?? _.exists(false) }
  const change: Record<string, string | null> = {}
  const gone: string[] = []
  for (const field of sealing.sealed) {
    const value = values[field]
    if (value === undefined || value === null) {
      conditions[field] = value === null ? null : _.exists(false)
      continue
    }
    if (typeof value !== 'string') throw new SealUnreadable('malformed')
    conditions[field] = value
    const keyId = keyIdOf(value)
    if (keyId !== null && !ring.ids.includes(keyId)) gone.push(field)
    else if (!ring.isCurrent(value)) {
      const text = openField(ring, sealing, doc, field)
      Object.assign(change, fieldChange(ring, sealing, doc._id, field, text))
    }
  }
  return { conditions, change: { ...change, keyId: ring.ids[0] ?? '' }, gone }
}
