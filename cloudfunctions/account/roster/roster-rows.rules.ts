import { LIMITS } from '../../../types/contract/limits'
import type { AttributeName, HomeRelation } from '../../../types/contract/people'
import type { Column, Columns } from './roster-heading.rules'
import { addressOf, type Room, roomOf } from './roster-place.rules'
import { COLUMN_NAMES, PROBLEM_TEXT, type RowProblem } from './roster-problems.text'
import {
  birthDayOfId,
  type Read,
  readBirthDay,
  readDay,
  readMark,
  readName,
  readPhone,
  readRelation,
  saysNothing,
} from './roster-values.rules'
import type { SheetRow } from './sheet'

/** What a row says of an attribute. */
export interface Mark {
  name: AttributeName
  value: boolean
  /** What it rests on, where the row says so. */
  basis?: string
  reviewDay?: string
}

/** A person as a row of the list has them. What the row does not say is absent. */
export interface RosterPerson {
  line: number
  /** The list's own key of the person. */
  key?: string
  name: string
  room: Room
  phone?: string
  birthDay?: string
  relation?: HomeRelation
  marks: Mark[]
}

/** What is wrong in a row, and how to mend it; without what stands in it. */
export interface RowFault {
  line: number
  field?: string
  say: string
}

const MOST_KEY_LETTERS = 40

export const faultOf = (
  line: number,
  say: string,
  field?: Column | 'basis' | 'reviewDay',
): RowFault => ({ line, ...(field ? { field: COLUMN_NAMES[field] } : {}), say })

/** The people of a list, and what is wrong with its other rows. */
export function readRows(
  columns: Columns,
  rows: readonly SheetRow[],
  today: string,
): { people: RosterPerson[]; faults: RowFault[] } {
  const people: RosterPerson[] = []
  const faults: RowFault[] = []
  for (const row of rows) {
    const reader = new RowReader(columns, row, today)
    const person = reader.person()
    if (reader.faults.length === 0 && person) people.push(person)
    else faults.push(...reader.faults)
  }
  const twice = doubled(people)
  return {
    people: people.filter(({ line }) => !twice.some((fault) => fault.line === line)),
    faults: [...faults, ...twice].sort((a, b) => a.line - b.line),
  }
}

/** Reads the cells of one row, and gathers what is wrong with them. */
class RowReader {
  readonly faults: RowFault[] = []

  constructor(
    private readonly columns: Columns,
    private readonly row: SheetRow,
    private readonly today: string,
  ) {}

  person(): RosterPerson | null {
    const { line } = this.row
    const name = this.needed('name', 'noName', readName)
    const room = this.room()
    const phone = this.said('phone', readPhone)
    const birthDay = this.birthDay()
    const relation = this.said('relation', readRelation)
    const marks = (['livesAlone', 'lowIncome', 'disability'] as const).flatMap((attribute) =>
      this.mark(attribute),
    )
    const key = name && this.key(name)
    if (!name || !room) return null
    return {
      line,
      ...(key ? { key } : {}),
      name,
      room,
      ...(phone ? { phone } : {}),
      ...(birthDay ? { birthDay } : {}),
      ...(relation ? { relation } : {}),
      marks,
    }
  }

  private cell(column: Column): string {
    const at = this.columns.at[column]
    return at === undefined ? '' : (this.row.cells[at] ?? '')
  }

  private fault(problem: RowProblem, field: Column | 'basis' | 'reviewDay'): undefined {
    this.faults.push(faultOf(this.row.line, PROBLEM_TEXT[problem] as string, field))
    return undefined
  }

  private take<Value>(read: Read<Value>, field: Column | 'basis' | 'reviewDay') {
    return 'value' in read ? read.value : this.fault(read.problem, field)
  }

  private needed<Value>(column: Column, without: RowProblem, read: (cell: string) => Read<Value>) {
    const cell = this.cell(column)
    return cell === '' ? this.fault(without, column) : this.take(read(cell), column)
  }

  private said<Value>(column: Column, read: (cell: string) => Read<Value>) {
    const cell = this.cell(column)
    return saysNothing(cell) ? undefined : this.take(read(cell), column)
  }

  /** The list's own key; one of the household is the person's together with the name. */
  private key(name: string): string | undefined {
    const own = this.cell('key')
    const ofHousehold = this.cell('householdKey')
    const key = own === '' ? (ofHousehold === '' ? '' : `${ofHousehold}/${name}`) : own
    if (key.length > MOST_KEY_LETTERS) return this.fault('badKey', own ? 'key' : 'householdKey')
    return key === '' ? undefined : key
  }

  private room(): Room | undefined {
    const parts = (['building', 'unit', 'room'] as const).map((column) => this.cell(column))
    const [building = '', unit = '', room = ''] = parts
    const inParts = building !== '' || room !== ''
    const read = inParts ? roomOf(building, unit, room) : addressOf(this.cell('address'))
    if (typeof read !== 'string') return read
    const { address } = this.columns.at
    const field =
      read === 'noBuilding' ? 'building' : inParts || address === undefined ? 'room' : 'address'
    return this.fault(read, field)
  }

  /** From its own column or out of the citizen's number, which goes no further than here. */
  private birthDay(): string | undefined {
    const own = this.said('birthDay', (cell) => readBirthDay(cell, this.today))
    const ofId = this.said('idNumber', (cell) => birthDayOfId(cell, this.today))
    if (own && ofId && own !== ofId) return this.fault('daysDiffer', 'birthDay')
    return own ?? ofId
  }

  private mark(attribute: AttributeName): Mark[] {
    const read = this.said(attribute, (cell) => readMark(attribute, cell))
    if (!read) return []
    const basis = this.beside(this.columns.basis[attribute]) || read.said
    if (basis && basis.length > LIMITS.sentenceChars) this.fault('basisTooLong', 'basis')
    const review = this.beside(this.columns.review[attribute])
    const day = review === '' ? undefined : readDay(review)
    if (day && 'problem' in day) this.fault('badReview', 'reviewDay')
    const reviewDay = day && 'value' in day ? { reviewDay: day.value } : {}
    return [{ name: attribute, value: read.value, ...(basis ? { basis } : {}), ...reviewDay }]
  }

  private beside(at: number | undefined): string {
    const cell = at === undefined ? '' : (this.row.cells[at] ?? '')
    return saysNothing(cell) ? '' : cell
  }
}

/** Rows that cannot be told apart from one above them. */
function doubled(people: readonly RosterPerson[]): RowFault[] {
  const faults: RowFault[] = []
  const byKey = new Map<string, number>()
  const byRoom = new Map<string, RosterPerson[]>()
  for (const person of people) {
    const { line, key, name, room, birthDay } = person
    if (key !== undefined) {
      const before = byKey.get(key)
      if (before !== undefined) faults.push(faultOf(line, PROBLEM_TEXT.sameKey(before), 'key'))
      else byKey.set(key, line)
      continue
    }
    const place = JSON.stringify([room.building, room.unit ?? '', room.room, name])
    const others = byRoom.get(place) ?? []
    const same = others.find((other) => !birthDay || !other.birthDay || other.birthDay === birthDay)
    if (same) faults.push(faultOf(line, PROBLEM_TEXT.samePerson(same.line), 'name'))
    else byRoom.set(place, [...others, person])
  }
  return faults
}
