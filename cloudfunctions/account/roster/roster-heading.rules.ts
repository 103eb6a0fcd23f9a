import type { AttributeName } from '../../../types/contract/people'
import type { HeadingProblem } from './roster-problems.text'
import { ATTRIBUTE_STEMS, BASIS, HEADINGS, REVIEW } from './roster-words.text'
import type { SheetRow } from './sheet'

export type Column = keyof typeof HEADINGS

/** Where in a row what stands; from 0. */
export interface Columns {
  at: Partial<Record<Column, number>>
  basis: Partial<Record<AttributeName, number>>
  review: Partial<Record<AttributeName, number>>
}

export interface Heading {
  columns: Columns
  /** Headings that are not taken over, as they stand there. */
  ignored: string[]
  /** The people below the heading. */
  rows: SheetRow[]
}

/** A title and an empty line may stand above the heading. */
const LOOKED_AT = 10

/** Finds the row that names the columns, or what is missing in the one that comes nearest to it. */
export function findHeading(rows: readonly SheetRow[]): Heading | HeadingProblem {
  for (const [i, { cells }] of rows.slice(0, LOOKED_AT).entries()) {
    const found = readHeading(cells)
    if (found.columns.at.name === undefined) continue
    if (!hasPlace(found.columns)) return 'noPlace'
    const below = rows.slice(i + 1)
    return below.length > 0 ? { ...found, rows: below } : 'noRows'
  }
  return 'noName'
}

const hasPlace = ({ at }: Columns): boolean =>
  at.address !== undefined || (at.building !== undefined && at.room !== undefined)

/** As headings are compared: no blanks, no stars, nothing in brackets. */
const plain = (heading: string): string =>
  heading.replace(/[(（【[][^)）】\]]*[)）】\]]/g, '').replace(/[\s*＊:：]/g, '')

const ATTRIBUTES: readonly AttributeName[] = ['livesAlone', 'lowIncome', 'disability']

function readHeading(cells: readonly string[]): Omit<Heading, 'rows'> {
  const columns: Columns = { at: {}, basis: {}, review: {} }
  const ignored: string[] = []
  cells.forEach((cell, i) => {
    const heading = plain(cell)
    if (heading === '') return
    const column = columnOf(heading)
    if (column !== undefined && columns.at[column] === undefined) columns.at[column] = i
    else if (!readsBeside(columns, heading, i)) ignored.push(cell)
  })
  return { columns, ignored }
}

const columnOf = (heading: string): Column | undefined =>
  (Object.keys(HEADINGS) as Column[]).find((column) =>
    (HEADINGS[column] as readonly string[]).includes(heading),
  )

/**
 * A column that says what an attribute rests on or when it is looked at again. One that names no
 * attribute is of all attributes to its left that have none yet.
 */
function readsBeside({ at, basis, review }: Columns, heading: string, i: number): boolean {
  for (const [place, words] of [
    [basis, BASIS],
    [review, REVIEW],
  ] as const) {
    const named = ATTRIBUTES.find((attribute) =>
      ATTRIBUTE_STEMS[attribute].some((stem) => words.some((word) => heading === stem + word)),
    )
    const meant = named
      ? [named]
      : words.includes(heading)
        ? ATTRIBUTES.filter((attribute) => at[attribute] !== undefined)
        : []
    const free = meant.filter((attribute) => place[attribute] === undefined)
    for (const attribute of free) place[attribute] = i
    if (free.length > 0) return true
  }
  return false
}
