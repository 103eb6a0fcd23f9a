import type { Entry, ListedEntry } from '../../../types/contract/directory'
import { formatOpen } from './directory.format'

/** A number as it is heard: digit by digit, or it would be read as millions. */
const digits = (number: string): string => number.split('').join(' ')

/** The list: whom one can call, and the number. */
export const spokenEntries = (entries: readonly ListedEntry[]): string =>
  entries
    .map(({ name, phones }) =>
      [name, ...phones.slice(0, 1).map(({ number }) => digits(number))].join('，'),
    )
    .join('。')

/** One entry: what it is, whether it is open, where, the number, and what can be done there. */
export function spokenEntry(entry: Entry, now: number): string {
  const { name, summary, open, address, phones, about, bring } = entry
  return [
    name,
    summary,
    open ? formatOpen(open, now) : '',
    address ?? '',
    ...phones.map(({ label, number }) => [label, digits(number)].filter(Boolean).join('，')),
    ...about,
    ...bring,
  ]
    .filter(Boolean)
    .join('。')
}
