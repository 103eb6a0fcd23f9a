import type { AuditFact } from './audit.docs'

/** Letters, digits and the signs that ids are made of: no sentence and no Chinese name fits. */
const ID = /^[A-Za-z0-9_.:-]{1,200}$/
const OPERATION = /^[a-z][A-Za-z]{0,39}\.[a-z][A-Za-z]{0,59}$/
/** A mobile phone's number, or that of an identity card (GB 11643). */
const PERSONAL = /^1\d{10}$|^\d{17}[\dXx]$/
/** No digits: a phone number is no name of a field and no code. */
const FIELD = /^[A-Za-z][A-Za-z.]{0,59}$/
const CODE = /^[A-Za-z][A-Za-z_-]{0,59}$/
const MOST_FIELDS = 50

/**
 * Why a fact must not be recorded, or null. What is sealed can never be taken back, so nothing that
 * could be a person's data (a name, a phone number, a sentence) may reach it.
 */
export function whyUnrecordable(fact: AuditFact): string | null {
  const { _id, chain, at, by, as, op, whom, fields, reason, of, refused } = fact
  const ids = { _id, chain, by, whom, of }
  for (const [name, id] of Object.entries(ids))
    if (id !== undefined && (!ID.test(id) || PERSONAL.test(id))) return `${name} is not an id`
  // The chain is part of the block's id, where a colon ends it.
  if (chain.includes(':')) return 'chain holds a colon'
  if (!Number.isSafeInteger(at) || at < 0) return 'at is not a time'
  if (!OPERATION.test(op)) return 'op is not an operation'
  for (const [name, code] of Object.entries({ as, reason, refused }))
    if (code !== undefined && !CODE.test(code)) return `${name} is not a code`
  if (fields.length > MOST_FIELDS || !fields.every((field) => FIELD.test(field)))
    return 'fields are not names of fields'
  return null
}

/** What is added to a fact whose act was refused: the attempt stands in the trail, and how it ended. */
export function refusalOf(
  fact: AuditFact,
  refused: NonNullable<AuditFact['refused']>,
  at: number,
): AuditFact {
  return { ...fact, _id: `${fact._id}:refused`, at, of: fact._id, refused }
}
