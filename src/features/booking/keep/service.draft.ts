import type { Offered, ServicePlan } from '../../../../types/contract/booking-catalogue'
import type { BookingLimits, Terms } from '../../../../types/contract/booking-terms'
import { USUAL_TERMS } from '../../../../types/contract/usual-terms'
import type { AttributeName } from '../../../../types/contract/people'
import { fenOf, typedFen } from '../../../lib/money.format'

/** What is typed of a limit; '' for none. */
export type LimitsDraft = Record<'day' | 'week' | 'month', string>

/** What is typed of a question; its answers one a line. */
export interface QuestionDraft {
  key: string
  ask: string
  choices: string
  must: boolean
}

/** A service as it is typed: numbers and lists as people write them. */
export interface ServiceDraft {
  /** Of the service as it was read; 0 before it is there. */
  version: number
  /** Something was typed that the cloud does not have. */
  typed: boolean
  name: string
  need: ServicePlan['need']
  providerId: string
  where: ServicePlan['where']
  place: string
  minutes: string
  price: string
  subsidised: string
  summary: string
  about: string
  phone: string
  order: string
  state: ServicePlan['state']
  pictures: ServicePlan['pictures']
  bring: string
  prepare: string
  questions: QuestionDraft[]
  ageFrom: string
  ageTo: string
  anyOf: AttributeName[]
  /** Only buildings that were chosen elsewhere: kept as they are. */
  places: string[]
  aheadDays: number
  leadMinutes: number
  cancelMinutes: number
  person: LimitsDraft
  household: LimitsDraft
  repeats: boolean
  offerMinutes: number
  /** 0: the place stays theirs. */
  lateMinutes: number
  strikes: boolean
  subsidy: 'none' | 'voucher' | 'minute'
  units: string
}

/** A new service as it begins. */
export const emptyService = (providerId: string): ServiceDraft => ({
  ...termsTyped(USUAL_TERMS),
  version: 0,
  typed: false,
  name: '',
  need: 'healthCheck',
  providerId,
  where: 'place',
  place: '',
  minutes: '30',
  price: '0',
  subsidised: '',
  summary: '',
  about: '',
  phone: '',
  order: '50',
  state: 'offered',
  pictures: [],
  bring: '',
  prepare: '',
})

export function typedOf({ version, plan }: Offered): ServiceDraft {
  const { name, need, providerId, where, place, summary, about, phone = '', state } = plan
  const { minutes, priceFen, subsidisedFen, order, pictures, bring, prepare, terms } = plan
  return {
    ...termsTyped(terms),
    ...{ version, typed: false, name, need, providerId, where, place, summary, about, phone },
    ...{ state, pictures },
    minutes: String(minutes),
    price: typedFen(priceFen),
    subsidised: subsidisedFen === undefined ? '' : typedFen(subsidisedFen),
    order: String(order),
    bring: bring.join('\n'),
    prepare: prepare.join('\n'),
  }
}

function termsTyped(terms: Terms) {
  const { who, questions, subsidy, aheadDays, leadMinutes, cancelMinutes } = terms
  const { person, household, repeats, offerMinutes, lateMinutes = 0, strikes } = terms
  return {
    ...{ aheadDays, leadMinutes, cancelMinutes, repeats, offerMinutes, lateMinutes, strikes },
    ageFrom: numberTyped(who.ageFrom),
    ageTo: numberTyped(who.ageTo),
    anyOf: who.anyOf ?? [],
    places: who.places ?? [],
    person: limitsTyped(person),
    household: limitsTyped(household),
    questions: questions.map(({ key, ask, choices = [], must }) => ({
      ...{ key, ask, must, choices: choices.join('\n') },
    })),
    subsidy: subsidy?.unit ?? ('none' as const),
    units: subsidy?.unit === 'minute' ? String(subsidy.units) : '',
  }
}

/** What the cloud is sent. A number that is none arrives as none, and is refused at its field. */
export function planOf(draft: ServiceDraft): ServicePlan {
  const { name, need, providerId, where, place, summary, about, phone, state, pictures } = draft
  const { minutes, price, subsidised, order, bring, prepare } = draft
  return {
    ...{ name, need, providerId, where, place, summary, about, state, pictures },
    minutes: numberOf(minutes),
    priceFen: fenOf(price) ?? Number.NaN,
    ...(subsidised.trim() === '' ? {} : { subsidisedFen: fenOf(subsidised) ?? Number.NaN }),
    ...(phone.trim() === '' ? {} : { phone }),
    order: numberOf(order),
    bring: linesOf(bring),
    prepare: linesOf(prepare),
    terms: termsOf(draft),
  }
}

function termsOf(draft: ServiceDraft): Terms {
  const { ageFrom, ageTo, anyOf, places, person, household, questions, subsidy, units } = draft
  const { aheadDays, leadMinutes, cancelMinutes, repeats, offerMinutes, strikes } = draft
  const { lateMinutes, minutes } = draft
  return {
    ...{ aheadDays, leadMinutes, cancelMinutes, repeats, offerMinutes, strikes },
    person: limitsOf(person),
    household: limitsOf(household),
    who: {
      ...optional('ageFrom', ageFrom),
      ...optional('ageTo', ageTo),
      ...(anyOf.length > 0 ? { anyOf } : {}),
      ...(places.length > 0 ? { places } : {}),
    },
    questions: questions.map(({ key, ask, choices, must }) => ({
      ...{ key, ask, must },
      ...(linesOf(choices).length > 0 ? { choices: linesOf(choices) } : {}),
    })),
    ...(lateMinutes === 0 ? {} : { lateMinutes }),
    ...(subsidy === 'voucher' ? { subsidy: { unit: subsidy, units: 1 } } : {}),
    ...(subsidy === 'minute'
      ? { subsidy: { unit: subsidy, units: numberOf(units.trim() === '' ? minutes : units) } }
      : {}),
  }
}

/** As the phone kept it; one that an older program kept in another form is left alone. */
export function keptFrom(kept: unknown, initial: ServiceDraft): ServiceDraft {
  if (typeof kept !== 'object' || kept === null) return initial
  const given = kept as Record<string, unknown>
  const fits = Object.entries(initial).every(
    ([name, like]) =>
      typeof given[name] === typeof like && Array.isArray(given[name]) === Array.isArray(like),
  )
  return fits && given.typed === true ? (kept as ServiceDraft) : initial
}

/** A question that is not among those there are. */
export function newQuestion(questions: readonly QuestionDraft[]): QuestionDraft {
  let n = 1
  while (questions.some(({ key }) => key === `q${n}`)) n++
  return { key: `q${n}`, ask: '', choices: '', must: true }
}

/** Number typed in digits; what is none becomes NaN, which the wire carries as none. */
export const numberOf = (typed: string): number =>
  /^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const numberTyped = (n: number | undefined): string => (n === undefined ? '' : String(n))

const limitsTyped = ({ day, week, month }: BookingLimits): LimitsDraft => ({
  day: numberTyped(day),
  week: numberTyped(week),
  month: numberTyped(month),
})

const limitsOf = ({ day, week, month }: LimitsDraft): BookingLimits => ({
  ...optional('day', day),
  ...optional('week', week),
  ...optional('month', month),
})

const optional = (name: string, typed: string): Record<string, number> =>
  typed.trim() === '' ? {} : { [name]: numberOf(typed) }
