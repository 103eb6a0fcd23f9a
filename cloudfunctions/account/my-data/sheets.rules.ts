import { momentText } from '../../shared/time'
import type { Found, FoundIn } from '../../shared/personal-read'
import { OPERATION_TEXT } from './operations.text'
import type { SheetPlan, Written } from './sheet-plan'
import { NOTHING, SHEETS } from './sheets.text'
import { FIELD_WORDS, NO, WORDS, YES } from './words.text'

export interface FilledSheet {
  title: string
  headings: string[]
  rows: string[][]
}

/** What the data names by id, by its name. */
export interface Names {
  /** By region path. */
  places: ReadonlyMap<string, string>
  /** By the account's ref; one that was erased is not there. */
  accounts: ReadonlyMap<string, string>
  /** The person's own records. */
  residentIds: readonly string[]
}

/** The sheets of a person's file. One without rows says so, so that nobody wonders whether it was forgotten. */
export const fillSheets = (found: readonly FoundIn[], names: Names): FilledSheet[] =>
  SHEETS.map((plan) => {
    const rows = rowsOf(plan, found, names).map((row) =>
      plan.columns.map(([, field, written = 'text']) => cellOf(row, field, written, names)),
    )
    return {
      title: plan.title,
      headings: plan.columns.map(([heading]) => heading),
      rows: rows.length > 0 ? rows : [[NOTHING]],
    }
  })

/** Region paths and refs that the sheets name. */
export function namedIn(found: readonly FoundIn[]): { regions: string[]; refs: string[] } {
  const named = (wanted: Written): string[] => {
    const values = SHEETS.flatMap((plan) =>
      plan.columns
        .filter(([, , written]) => written === wanted)
        .flatMap(([, field]) => rowsOf(plan, found).map((row) => valueOf(row, field))),
    )
    return [...new Set(values.filter((value): value is string => typeof value === 'string'))]
  }
  return { regions: named('place'), refs: named('account') }
}

interface Row {
  item: unknown
  doc: Found
}

function rowsOf(
  { from, by, lists, own }: SheetPlan,
  found: readonly FoundIn[],
  names?: Names,
): Row[] {
  const docs = found.filter((one) => one.name === from && one.by === by).flatMap((one) => one.docs)
  if (!lists) return docs.map((doc) => ({ item: doc, doc }))
  const rows = docs.flatMap((doc) =>
    lists
      .flatMap((list) => (Array.isArray(doc[list]) ? (doc[list] as unknown[]) : []))
      .map((item) => ({ item, doc })),
  )
  const isOwn = ({ item }: Row) =>
    names?.residentIds.includes(String(at(item, 'residentId'))) === true
  return own ? rows.filter(isOwn) : rows
}

const valueOf = ({ item, doc }: Row, field: string): unknown =>
  field.startsWith('^') ? at(doc, field.slice(1)) : at(item, field)

const at = (from: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[part]
          : undefined,
      from,
    )

function cellOf(row: Row, field: string, written: Written, names: Names): string {
  const value = valueOf(row, field)
  if (value === undefined || value === null) return ''
  if (written in WORDS) return wordOf(WORDS[written as keyof typeof WORDS], value)
  return WRITE[written as OwnWay](value, names)
}

type OwnWay = Exclude<Written, keyof typeof WORDS>

const WRITE: Record<OwnWay, (value: unknown, names: Names) => string> = {
  text: (value) => clean(textOf(value)),
  time: (value) => (typeof value === 'number' ? momentText(value) : ''),
  yes: (value) => (value === false ? NO : YES),
  place: (value, { places }) => places.get(textOf(value)) ?? textOf(value),
  account: (value, { accounts }) => accounts.get(textOf(value)) ?? '',
  operation: (value) => wordOf(OPERATION_TEXT, value),
  fields: (value) =>
    Array.isArray(value) ? value.map((field) => wordOf(FIELD_WORDS, field)).join('、') : '',
}

/** A code in words; one without words as it is, so that nothing is left out. */
const wordOf = (words: Readonly<Record<string, string>>, value: unknown): string =>
  words[textOf(value)] ?? textOf(value)

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** Without the control characters that XML cannot hold. */
const clean = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
