import type { Contract } from '../../../types/contract'
import type { Slot, Terms } from '../../../types/contract/booking'
import { LIMITS } from '../../../types/contract/limits'
import { addDays, dayOf } from '../../lib/time.format'

type View = Contract['booking.viewService']['output']
type Question = Terms['questions'][number]

/** What somebody wants besides the place itself, as it is being chosen. */
export interface WishDraft {
  /** By the keys of the questions. */
  answers: Readonly<Record<string, string>>
  /** Others who come along, by their ids. */
  alsoFor: readonly string[]
  /** The same time in so many weeks; 1 is this once. */
  weeks: number
  /** Said only by whoever does not want the subsidy. */
  withoutSubsidy: boolean
}

export const EMPTY_WISH: WishDraft = { answers: {}, alsoFor: [], weeks: 1, withoutSubsidy: false }

export const FEWEST_WEEKS = 2
/** What is proposed to whoever wants to come every week. */
export const USUAL_WEEKS = 4

/** A draft as the phone kept it; whatever an older program kept in another form is no draft. */
export function wishFrom(kept: unknown): WishDraft {
  if (typeof kept !== 'object' || kept === null) return EMPTY_WISH
  const { answers, alsoFor, weeks, withoutSubsidy } = kept as Partial<
    Record<keyof WishDraft, unknown>
  >
  const isWeeks = typeof weeks === 'number' && weeks >= 1 && weeks <= LIMITS.repeatedWeeks
  return {
    answers: recordOf(Object.entries(answers ?? {}).filter(isAnswer)),
    alsoFor: Array.isArray(alsoFor) ? alsoFor.filter(isText) : [],
    weeks: isWeeks ? Math.floor(weeks) : 1,
    withoutSubsidy: withoutSubsidy === true,
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isAnswer = (entry: [string, unknown]): entry is [string, string] => isText(entry[1])

const recordOf = (entries: readonly (readonly [string, string])[]): Record<string, string> =>
  entries.reduce<Record<string, string>>((all, [key, text]) => ({ ...all, [key]: text }), {})

/** Somebody else comes along, or does not after all. More than one tap may book for are not taken. */
export function toggleAlso(draft: WishDraft, residentId: string): WishDraft {
  if (draft.alsoFor.includes(residentId)) {
    return { ...draft, alsoFor: draft.alsoFor.filter((id) => id !== residentId) }
  }
  const room = draft.alsoFor.length < LIMITS.peopleAtOnce - 1
  return room ? { ...draft, alsoFor: [...draft.alsoFor, residentId] } : draft
}

/** The answers that fit what is asked now: a service may ask other things than when they were typed. */
export function answersTo(
  questions: readonly Question[],
  { answers }: WishDraft,
): Record<string, string> {
  const given = questions.map(({ key }) => [key, answers[key]?.trim() ?? ''] as const)
  const fitting = given.filter(
    ([, answer], index) => answer !== '' && (questions[index]?.choices?.includes(answer) ?? true),
  )
  return recordOf(fitting)
}

/** The keys of the questions that have to be answered and are not. */
export const missingOf = (questions: readonly Question[], draft: WishDraft): string[] => {
  const answers = answersTo(questions, draft)
  return questions.filter(({ key, must }) => must && !(key in answers)).map(({ key }) => key)
}

/** Whether a visit can be taken from the person's entitlement, and what is left of it in the visit's month. */
export interface Subsidy {
  unit: 'voucher' | 'minute'
  /** What one visit takes. */
  units: number
  left: number
  enough: boolean
}

/** Nothing where the service has no subsidy, or the person no entitlement for that month. */
export function subsidyFor(
  { service, entitled }: Pick<View, 'entitled'> & { service: Pick<View['service'], 'terms'> },
  { startsAt }: Pick<Slot, 'startsAt'>,
): Subsidy | undefined {
  const { subsidy } = service.terms
  const month = dayOf(startsAt).slice(0, 7)
  const known = entitled?.find((one) => one.month === month && one.unit === subsidy?.unit)
  if (!subsidy || !known) return undefined
  return { ...subsidy, left: known.left, enough: known.left >= subsidy.units }
}

/** What is paid on site, in fen. */
export const paidOnSite = (
  { priceFen, subsidisedFen }: Pick<View['service'], 'priceFen' | 'subsidisedFen'>,
  subsidised: boolean,
): number => (subsidised ? (subsidisedFen ?? priceFen) : priceFen)

/** The day of the last of so many weekly visits. */
export const lastDayOf = ({ startsAt }: Pick<Slot, 'startsAt'>, weeks: number): string =>
  addDays(dayOf(startsAt), (weeks - 1) * 7)

interface Wish {
  slot: Slot
  view: View
  draft: WishDraft
  /** What was said in words. */
  note: string | undefined
  /** People whom the caller may book for besides; whoever is gone from them is not sent. */
  others: readonly { residentId: string }[]
}

/** What is sent: only what the service has, and only what the person may say. */
export function wishInput({ slot, view, draft, note, others }: Wish) {
  const { terms } = view.service
  const answers = view.policy.agreed ? answersTo(terms.questions, draft) : {}
  const alsoFor = draft.alsoFor.filter((id) => others.some(({ residentId }) => residentId === id))
  const subsidised = subsidyFor(view, slot)?.enough && !draft.withoutSubsidy
  return {
    slotId: slot.slotId,
    ...(note !== undefined && view.policy.agreed ? { note } : {}),
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
    ...(alsoFor.length > 0 ? { alsoFor } : {}),
    ...(terms.repeats && draft.weeks > 1 ? { repeat: { weeks: draft.weeks } } : {}),
    ...(subsidised ? { useSubsidy: true } : {}),
  }
}
