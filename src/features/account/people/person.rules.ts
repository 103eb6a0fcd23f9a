import type { Contract } from '../../../../types/contract'
import type { ResidentCard } from '../../../../types/contract/account-roster'
import type { AttributeName, HomeRelation } from '../../../../types/contract/people'

/** What a form holds of a person; what is masked is not in it, and stays when nothing is typed. */
export interface PersonDraft {
  name: string
  building: string
  unit: string
  room: string
  relation: HomeRelation | undefined
  phone: string
  phoneVerified: boolean
  dropPhone: boolean
  birthDay: string
  dropBirthDay: boolean
  attributes: Record<AttributeName, AttributeDraft>
}

export interface AttributeDraft {
  value: boolean
  /** What it rests on, e.g. 入户走访. */
  basis: string
  /** When staff look at it again, '2027-11-23' or empty. */
  reviewDay: string
}

export type SaveInput = Contract['account.saveResident']['input']
export type DraftProblem = 'name' | 'room' | 'relation' | 'birthDay' | AttributeName

export const ATTRIBUTES: readonly AttributeName[] = ['livesAlone', 'lowIncome', 'disability']

/** The form of somebody on the roster, or of someone new. */
export function draftOf(card: ResidentCard | undefined): PersonDraft {
  const attributeOf = (name: AttributeName): AttributeDraft => {
    const kept = card?.attributes.find((one) => one.name === name)
    return {
      value: kept?.value ?? false,
      basis: kept?.basis ?? '',
      reviewDay: kept?.reviewDay ?? '',
    }
  }
  return {
    name: card?.fullName ?? '',
    building: '',
    unit: '',
    room: '',
    relation: card?.homes[0]?.relation,
    phone: '',
    phoneVerified: card?.phoneVerified ?? false,
    dropPhone: false,
    birthDay: '',
    dropBirthDay: false,
    attributes: {
      livesAlone: attributeOf('livesAlone'),
      lowIncome: attributeOf('lowIncome'),
      disability: attributeOf('disability'),
    },
  }
}

/** '1954-03-02' of what was typed: 19540302, 1954.3.2 or 1954年3月2日; nothing if it is no day. */
export function dayTyped(typed: string): string | undefined {
  const plain = typed.trim()
  const [, year = '', month = '', date = ''] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(plain) ??
    []
  if (!/^(19|20)/.test(year)) return undefined
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined
}

/** What keeps a draft from being saved, or nothing. */
export function problemOf(
  draft: PersonDraft,
  base: ResidentCard | undefined,
): DraftProblem | undefined {
  if (draft.name.trim() === '') return 'name'
  const roomTouched = [draft.building, draft.unit, draft.room].some((part) => part.trim() !== '')
  const roomWhole = draft.building.trim() !== '' && draft.room.trim() !== ''
  if (!roomWhole && (roomTouched || base === undefined)) return 'room'
  if (draft.relation === undefined && base === undefined) return 'relation'
  if (draft.birthDay.trim() !== '' && dayTyped(draft.birthDay) === undefined) return 'birthDay'
  return changedAttributes(draft, draftOf(base)).find(
    (name) => draft.attributes[name].basis.trim() === '',
  )
}

/** What is sent: of someone known only what is another than `base`. */
export function inputOf(draft: PersonDraft, base: ResidentCard | undefined): SaveInput {
  const before = draftOf(base)
  const room = draft.room.trim() !== '' && {
    building: draft.building,
    ...(draft.unit.trim() === '' ? {} : { unit: draft.unit }),
    room: draft.room,
  }
  const birthDay = dayTyped(draft.birthDay)
  const phone = draft.phone.trim()
  const attributes = changedAttributes(draft, before).map((name) => {
    const { value, basis, reviewDay } = draft.attributes[name]
    return { name, value, basis, ...(reviewDay ? { reviewDay } : {}) }
  })
  const verified = draft.phoneVerified !== before.phoneVerified || phone !== ''
  return {
    ...(base ? { residentId: base.residentId, version: base.version } : {}),
    ...(draft.name.trim() === before.name ? {} : { name: draft.name }),
    ...(room ? { room } : {}),
    ...(draft.relation === before.relation && base
      ? {}
      : draft.relation && { relation: draft.relation }),
    ...(draft.dropPhone ? { phone: null } : phone ? { phone } : {}),
    ...(verified && !draft.dropPhone && (phone || base?.phone)
      ? { phoneVerified: draft.phoneVerified }
      : {}),
    ...(draft.dropBirthDay ? { birthDay: null } : birthDay ? { birthDay } : {}),
    ...(attributes.length > 0 ? { attributes } : {}),
  }
}

/** Does saving change anything? */
export const isChanged = (input: SaveInput): boolean =>
  Object.keys(input).some((key) => key !== 'residentId' && key !== 'version')

/**
 * The same writing over a card that somebody else has changed meanwhile: what was typed here stays, and
 * what was not is as it is now.
 */
export function rebase(draft: PersonDraft, base: ResidentCard, now: ResidentCard): PersonDraft {
  const before = draftOf(base)
  const fresh = draftOf(now)
  const attributes = { ...fresh.attributes }
  for (const name of changedAttributes(draft, before)) attributes[name] = draft.attributes[name]
  return {
    ...draft,
    name: draft.name === before.name ? fresh.name : draft.name,
    relation: draft.relation === before.relation ? fresh.relation : draft.relation,
    phoneVerified:
      draft.phoneVerified === before.phoneVerified ? fresh.phoneVerified : draft.phoneVerified,
    attributes,
  }
}

const changedAttributes = (draft: PersonDraft, before: PersonDraft): AttributeName[] =>
  ATTRIBUTES.filter((name) => {
    const one = draft.attributes[name]
    const other = before.attributes[name]
    return (
      one.value !== other.value || one.basis !== other.basis || one.reviewDay !== other.reviewDay
    )
  })
