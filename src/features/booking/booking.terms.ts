import type { Terms } from '../../../types/contract/booking'
import { TERMS_TEXT as TEXT } from './booking.terms.text'

export interface TermLine {
  label: string
  value: string
}

/** A service's terms as a resident reads them: who may book, how often, when, and until when it can be given back. */
export function termLines(terms: Terms): TermLine[] {
  return [
    { label: TEXT.who, value: whoSaid(terms.who) },
    { label: TEXT.often, value: oftenSaid(terms) },
    { label: TEXT.when, value: whenSaid(terms) },
    {
      label: TEXT.cancel,
      value:
        terms.cancelMinutes === 0 ? TEXT.cancelAny : TEXT.cancelBy(spanSaid(terms.cancelMinutes)),
    },
    { label: TEXT.mind, value: mindSaid(terms) },
  ].filter(({ value }) => value !== '')
}

/** Who may book it. All that is said must hold. */
export function whoSaid({ ageFrom, ageTo, anyOf = [], places = [] }: Terms['who']): string {
  const said = [
    ageSaid(ageFrom, ageTo),
    anyOf.length > 0 ? TEXT.groups(anyOf.map((name) => TEXT.group[name])) : '',
    places.length > 0 ? placesSaid(places) : '',
  ].filter((part) => part !== '')
  return said.length === 0 ? TEXT.everybody : said.join(TEXT.join)
}

function ageSaid(from = 0, to?: number): string {
  if (to === undefined) return from > 0 ? TEXT.agesFrom(from) : ''
  return from > 0 ? TEXT.ages(from, to) : TEXT.agesTo(to)
}

function placesSaid(paths: readonly string[]): string {
  const names = paths.map(placeName)
  return names.every((name): name is string => name !== undefined)
    ? TEXT.places(names)
    : TEXT.somePlaces
}

/**
 * A building's or unit's name from its path, whose last part is made of it: 'd/s/chunxiao-b3-u2' is 3号楼2单元.
 * Nothing where its name is no number.
 */
function placeName(path: string): string | undefined {
  const [, building, unit] = /-b(\d{1,3})(?:-u(\d{1,2}))?$/.exec(path) ?? []
  if (building === undefined) return undefined
  return TEXT.building(building) + (unit === undefined ? '' : TEXT.unit(unit))
}

function oftenSaid({ person, household, repeats }: Terms): string {
  const said = [
    ...limitsSaid(TEXT.person, person),
    ...limitsSaid(TEXT.household, household),
    ...(repeats ? [TEXT.repeats] : []),
  ]
  return said.length === 0 ? TEXT.unlimited : said.join(TEXT.join)
}

const limitsSaid = (who: string, { day, week, month }: Terms['person']): string[] =>
  [
    day === undefined ? '' : TEXT.most.day(day),
    week === undefined ? '' : TEXT.most.week(week),
    month === undefined ? '' : TEXT.most.month(month),
  ]
    .filter((most) => most !== '')
    .map((most) => who + most)

const whenSaid = ({ leadMinutes, aheadDays }: Terms): string =>
  [
    TEXT.ahead(aheadDays),
    leadMinutes === 0 ? TEXT.leadNone : TEXT.lead(spanSaid(leadMinutes)),
  ].join(TEXT.join)

const mindSaid = ({ lateMinutes, strikes }: Terms): string =>
  [lateMinutes === undefined ? '' : TEXT.late(lateMinutes), strikes ? TEXT.strikes : '']
    .filter((part) => part !== '')
    .join('。')

const HOUR = 60
const DAY = 24 * HOUR

/** '15分钟', '2小时', '1天', '1天12小时' */
export function spanSaid(minutes: number): string {
  const days = Math.floor(minutes / DAY)
  const hours = Math.floor((minutes % DAY) / HOUR)
  const rest = minutes % HOUR
  return [
    days > 0 ? TEXT.days(days) : '',
    hours > 0 ? TEXT.hours(hours) : '',
    rest > 0 ? TEXT.minutes(rest) : '',
  ].join('')
}
