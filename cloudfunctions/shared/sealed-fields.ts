import {
  type CollectionDeclaration,
  type CollectionName,
  COLLECTIONS,
  type SealedInList,
} from './collections'
import { _, type Document } from './db'
import { keyIdOf, type KeyRing, SealUnreadable } from './seal'

/**
 * Documents with sealed fields. What is supported: fields at the top of a document that hold one sealed
 * text or null, declared in collections.ts as `sealed`, each with any number of columns to be found by
 * (`found`); and lists of objects that hold one sealed text each (`sealedIn`). Not supported: several texts
 * in one field, and anything deeper.
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
  sealedIn?: readonly SealedInList[]
}

const declared = (name: CollectionName): Sealing => {
  const { sealed = [], found = {}, sealedIn = [] } = COLLECTIONS[name] as CollectionDeclaration
  return { name, sealed, found, sealedIn }
}

/** The collection's sealed fields; throws where none is declared. */
export function sealingOf(name: CollectionName): Sealing {
  const sealing = declared(name)
  if (sealing.sealed.length === 0) throw new Error(`no field of ${name} is declared as sealed`)
  return sealing
}

/** All collections with sealed texts. */
export const allSealings = (): Sealing[] =>
  (Object.keys(COLLECTIONS) as CollectionName[])
    .map(declared)
    .filter(({ sealed, sealedIn = [] }) => sealed.length + sealedIn.length > 0)

/** What a sealed text is about, and so where alone it opens: a field of a document. */
export const aboutOf = (name: string, id: string, field: string): string => `${name}/${id}/${field}`

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

/** What a document's `keyId` becomes when something sealed with this key, or else the newest, is added. */
function joined(ring: Pick<KeyRing, 'ids'>, keyId: string | undefined): string {
  const added = ring.ids[0] ?? ''
  return keyId === undefined || keyId === added ? added : SEVERAL
}

/**
 * For a document to which a text is added that is sealed already: its `keyId` then, and what must still be so.
 * Nothing where there is no text.
 */
export function joinSealed(
  doc: { keyId?: string },
  sealed: string | undefined,
): Pick<SealedChange, 'conditions'> & { change: { keyId?: string } } {
  const added = sealed === undefined ? null : keyIdOf(sealed)
  if (added === null) return { conditions: {}, change: {} }
  return {
    conditions: { keyId: doc.keyId ?? _.exists(false) },
    change: { keyId: joined({ ids: [added] }, doc.keyId) },
  }
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
    const outcome = standingOf(ring, values[field])
    conditions[field] = outcome.condition
    if (outcome.next === 'gone') gone.push(field)
    if (outcome.next === 'reseal') {
      const text = openField(ring, sealing, doc, field)
      Object.assign(change, fieldChange(ring, sealing, doc._id, field, text))
    }
  }
  for (const { list, text, of } of sealing.sealedIn ?? []) {
    const items = (values[list] ?? []) as readonly Record<string, unknown>[]
    items.forEach((item, i) => {
      const path = `${list}.${i}.${text}`
      const outcome = standingOf(ring, item[text])
      conditions[path] = outcome.condition
      if (outcome.next === 'gone') gone.push(path)
      if (outcome.next === 'reseal') {
        const about = aboutOf(of, String(item.id), text)
        change[path] = ring.seal(ring.open(String(item[text]), about), about)
      }
    })
    // With those above: the list holds just the texts that were read, each in its place.
    conditions[`${list}.${items.length}`] = _.exists(false)
  }
  return { conditions, change: { ...change, keyId: ring.ids[0] ?? '' }, gone }
}

/** What becomes of a value that was read, and the condition by which it is still the same. */
function standingOf(
  ring: KeyRing,
  value: unknown,
): { condition: unknown; next: 'stay' | 'gone' | 'reseal' } {
  if (value === undefined) return { condition: _.exists(false), next: 'stay' }
  if (value === null) return { condition: null, next: 'stay' }
  if (typeof value !== 'string') throw new SealUnreadable('malformed')
  const keyId = keyIdOf(value)
  if (keyId !== null && !ring.ids.includes(keyId)) return { condition: value, next: 'gone' }
  return { condition: value, next: ring.isCurrent(value) ? 'stay' : 'reseal' }
}
