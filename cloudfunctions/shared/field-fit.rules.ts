import { INSTEAD_TEXT } from './field-fit.text'
import { momentText } from './time'

/**
 * The kinds of fields a subscribe message may have, and how much of a text each takes: WeChat's table of
 * parameters for subscribeMessage.send. A value beyond it is refused with 47003, and nothing is sent.
 */
export const FIELD_KINDS = [
  'thing',
  'short_thing',
  'name',
  'phrase',
  'number',
  'letter',
  'symbol',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** What stands where a message has nothing that its field takes: WeChat takes no empty field. */
const INSTEAD: Record<Exclude<FieldKind, 'time' | 'date'>, string> = {
  ...INSTEAD_TEXT,
  number: '1',
  letter: 'Linli',
  symbol: '-',
  character_string: '-',
  amount: '0',
  phone_number: '-',
  car_number: '-',
}

/** A text, or a moment in epoch ms. */
export type FieldValue = string | number

/** A text as a field of this kind takes it: cut where it is too long, another in its place where nothing is left. */
export function fitField(kind: FieldKind, value: FieldValue | undefined, at: number): string {
  if (kind === 'time' || kind === 'date') return momentText(typeof value === 'number' ? value : at)
  const shown = kind === 'number' || kind === 'amount' ? String(value ?? '') : wordsOf(value)
  return FITS[kind](clean(shown)) || INSTEAD[kind]
}

const wordsOf = (value: FieldValue | undefined): string =>
  typeof value === 'number' ? momentText(value) : (value ?? '')

/** One line, without what no phone shows: control characters, and halves of characters. */
const clean = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()

/** The first characters, as people count them. */
const first = (text: string, most: number): string => [...text].slice(0, most).join('').trim()

/** The same, with a sign that there was more. */
const cut = (text: string, most: number): string =>
  [...text].length <= most ? text : `${first(text, most - 1)}…`

const only = (text: string, pattern: RegExp, most: number): string =>
  [...text]
    .filter((letter) => pattern.test(letter))
    .slice(0, most)
    .join('')

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** The first number in it, with at most that many digits before the point and after it. */
function firstNumber(text: string, most: number, decimals: number): string {
  const [, sign = '', whole = '', part] = /([+-]?)(\d+)(?:\.(\d+))?/.exec(text) ?? []
  if (whole.length > most) return ''
  return part === undefined ? sign + whole : `${sign}${whole}.${part.slice(0, decimals)}`
}

const FITS: Record<Exclude<FieldKind, 'time' | 'date'>, (text: string) => string> = {
  thing: (text) => cut(text, 20),
  short_thing: (text) => first(text, 5),
  // Ten characters where there is a Chinese one among them, twenty letters otherwise.
  name: (text) => first(text, hasHan(text) ? 10 : 20),
  phrase: (text) => only(text, /\p{Script=Han}/u, 5),
  number: (text) => firstNumber(text, 32, 32),
  letter: (text) => only(text, /[A-Za-z]/, 32),
  symbol: (text) => only(text, /[^\p{L}\p{N}\s]/u, 5),
  character_string: (text) => only(text, /[\x21-\x7e]/, 32),
  amount: (text) => firstNumber(text, 10, 2).replace(/^[+-]/, ''),
  phone_number: (text) => only(text, /[\d+\-() ]/, 17).trim(),
  car_number: (text) => only(text, /[\p{Script=Han}A-Za-z0-9]/u, 8),
}
