import type { AttributeName, HomeRelation } from '../../../types/contract/people'
import { addDays } from '../../shared/time'
import type { RowProblem } from './roster-problems.text'
import { DAY_IN_WORDS, NO, NOTHING, RELATIONS, SAID_YES, YES } from './roster-words.text'

/** What stands in a cell, brought to one form, or what is wrong with it. None is given an empty cell. */
export type Read<Value> = { value: Value } | { problem: RowProblem }

const good = <Value>(value: Value): Read<Value> => ({ value })
const bad = (problem: RowProblem): Read<never> => ({ problem })

/** Wide letters and digits as narrow ones. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

/** A long number that a spreadsheet has rounded: 1.38E+10. */
const isRounded = (text: string): boolean => /^\d(\.\d+)?e\+?\d+$/i.test(text)

const MOST_LETTERS = 20

/** Letters of any script, with a point or a blank inside; Chinese names lose the blanks that align them. */
export function readName(cell: string): Read<string> {
  const name = narrow(cell)
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
  return /^\p{L}[\p{L}\p{M}·•.' -]*$/u.test(name) && [...name].length <= MOST_LETTERS
    ? good(name)
    : bad('badName')
}

/** A mobile or landline number of mainland China, as digits alone. */
export function readPhone(cell: string): Read<string> {
  const typed = narrow(cell)
  if (isRounded(typed)) return bad('numberBroken')
  const plain = (text: string) =>
    text.replace(/^\s*\+?86(?=\D*1\d)/, '').replace(/[\s()\u2010-\u2015-]/g, '')
  const isPhone = (text: string) => /^(1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7})$/.test(text)
  if (isPhone(plain(typed))) return good(plain(typed))
  const parts = typed.split(/[\s,;/\u3001|]+/).map(plain)
  return bad(parts.length > 1 && parts.every(isPhone) ? 'twoPhones' : 'badPhone')
}

/** A calendar day: 1950-03-09, 1950/3/9, 1950.3.9, 19500309, or in words. */
export function readDay(cell: string): Read<string> {
  const typed = narrow(cell).replace(/\s+\d{1,2}:\d{2}(:\d{2})?$/, '')
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ??
    DAY_IN_WORDS.exec(typed)
  if (!parts) return bad('badDay')
  const [, year = '', month = '', dayOfMonth = ''] = parts
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return isReal(day) ? good(day) : bad('noSuchDay')
}

const isReal = (day: string): boolean =>
  /^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) && addDays(day, 0) === day

/** A day of birth: it lies behind, in this century or the last. */
export function readBirthDay(cell: string, today: string): Read<string> {
  const read = readDay(cell)
  return 'value' in read && read.value > today ? bad('dayAhead') : read
}

/**
 * The day of birth in a citizen's number, which is checked and then forgotten: 18 characters whose last
 * checks the others (GB 11643-1999), or the 15 digits of before 2000, which have no such character.
 */
export function birthDayOfId(cell: string, today: string): Read<string> {
  const typed = narrow(cell)
    .replace(/[\s'`\u2018\u2019-]/g, '')
    .toUpperCase()
  if (isRounded(typed)) return bad('numberBroken')
  const old = /^\d{6}(\d{6})\d{3}$/.exec(typed)
  const digits = old ? `19${old[1]}` : /^\d{6}(\d{8})\d{3}[\dX]$/.exec(typed)?.[1]
  if (digits === undefined || (!old && !checks(typed))) return bad('badIdNumber')
  const day = readBirthDay(digits, today)
  return 'value' in day ? day : bad('badIdNumber')
}

/** ISO 7064, MOD 11-2: the weight of a place is 2 to its power, and the sum leaves 1. */
function checks(number: string): boolean {
  const places = [...number].map((sign) => (sign === 'X' ? 10 : Number(sign)))
  return places.reduce((sum, place) => (2 * sum + place) % 11, 0) === 1
}

/** What a person is in the home. */
export function readRelation(cell: string): Read<HomeRelation> {
  const typed = cell.replace(/\s/g, '')
  const relations = Object.entries(RELATIONS) as [HomeRelation, readonly string[]][]
  const found = relations.find(([, words]) => words.includes(typed))
  return found ? good(found[0]) : bad('badRelation')
}

/** Does the cell say nothing? Then what is kept stays. */
export const saysNothing = (cell: string): boolean => NOTHING.includes(cell)

/** Yes or no; what is more than that is also what it rests on: 肢体二级. */
export function readMark(
  attribute: AttributeName,
  cell: string,
): Read<{ value: boolean; said?: string }> {
  const typed = narrow(cell).toUpperCase()
  if (YES.includes(typed)) return good({ value: true })
  if (NO.includes(typed)) return good({ value: false })
  return SAID_YES[attribute].test(cell) ? good({ value: true, said: cell }) : bad('badMark')
}
