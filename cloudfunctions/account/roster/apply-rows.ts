import { type AuditFact, recordFacts } from '../../shared/audit'
import { sha256 } from '../../shared/digest'
import type { KeyRing } from '../../shared/keys'
import { eachOf } from '../../shared/together'
import type { HouseholdDoc, RegionDoc, ResidentDoc } from '../account.docs'
import { homeName } from '../places.rules'
import { changeResident, findResident } from '../residents.store'
import { roomDocs } from '../rooms.rules'
import {
  changedFields,
  enteredFields,
  fieldsOf,
  nextStep,
  type SetBy,
  type Step,
} from './apply-row.rules'
import type { ImportDoc, PlannedRow } from './import.docs'
import type { Applied } from './imports.store'
import { enterPeople, knownFrom, openRooms, sealPerson, whoeverMayBe } from './known.store'
import { listedWith } from './plan-list'
import { KnownPeople, type ListedPerson } from './roster-plan.rules'
import { PROBLEM_TEXT } from './roster-problems.text'
import { faultOf } from './roster-rows.rules'

const WIDTH = 8

/** What applying some rows works with. */
export interface Applying {
  running: ImportDoc
  community: RegionDoc
  ring: KeyRing
  now: number
}

/** A row, and what is to be done with it. */
interface Task {
  planned: PlannedRow
  row: ListedPerson
  step: Step
  /** Whom it is about: the record that is there, or is to be. */
  residentId: string
}

/**
 * Applies some rows. Safe to repeat at any point, since ids are made of what the rows say, and a row
 * whose person is as it says needs nothing any more.
 */
export async function applyRows(rows: readonly PlannedRow[], work: Applying): Promise<Applied> {
  const { running, ring } = work
  const people = rows.map(({ person }) => person)
  const ids = rows.map(({ person, plan }) =>
    plan.kind === 'new' ? newIdOf(running, person) : plan.residentId,
  )
  const residents = await whoeverMayBe(running.communityId, people, ids)
  const known = new KnownPeople(residents.map((resident) => knownFrom(resident, ring)))
  const byId = new Map(residents.map((resident) => [resident._id, resident]))
  const tasks = rows.map((planned, i): Task => {
    const row = listedWith(ring, planned.person)
    const step = nextStep(planned, row, known)
    const id = ids[i] ?? ''
    // Of somebody who lived here under this name before, and does not any more.
    const isTaken = step.do === 'enter' && byId.has(id)
    return { planned, row, step, residentId: isTaken ? `${id}-${running._id}` : id }
  })
  await recordFacts(tasks.flatMap((task) => factOf(task, work)))
  await enterAll(tasks, work)
  const left = tasks.filter(({ step }) => step.do === 'leave')
  await eachOf(tasks, WIDTH, async (task) => {
    if (!(await change(task, byId, work))) left.push(task)
  })
  return appliedOf(rows.length, left)
}

function appliedOf(rows: number, left: readonly Task[]): Applied {
  const dropped = { new: 0, changed: 0 }
  for (const { planned } of left) dropped[planned.plan.kind === 'new' ? 'new' : 'changed']++
  const faults = left.map(({ row }) => faultOf(row.line, PROBLEM_TEXT.changedMeanwhile))
  return { rows, faults, dropped }
}

/** The same new person of a list is the same record, whoever enters it and how often. */
function newIdOf(
  { communityId }: ImportDoc,
  { key, name, room, birthDay = '' }: PlannedRow['person'],
): string {
  const parts = key === undefined ? [homeName(room), name, birthDay] : [key]
  return `r-${sha256(JSON.stringify([communityId, ...parts])).slice(0, 24)}`
}

const setBy = ({ running: { appliedBy = '' }, now }: Applying): SetBy => ({
  ref: appliedBy,
  at: now,
})

/** Enters those who are new, with the rooms they live in. */
async function enterAll(tasks: readonly Task[], work: Applying): Promise<void> {
  const entering = tasks
    .filter(({ step }) => step.do === 'enter')
    .map((task) => ({ ...task, ...roomDocs(work.community, task.row.room, sha256) }))
  const places = entering.flatMap((one) => one.places)
  await openRooms(unique(places), unique(entering.map(({ household }) => household)))
  await enterPeople(
    entering.map(({ row, residentId, household }) => newResident(row, residentId, household, work)),
  )
}

function newResident(
  row: ListedPerson,
  _id: string,
  household: HouseholdDoc,
  work: Applying,
): ResidentDoc {
  const { phone, birthDay } = row
  const texts = { ...(phone ? { phone } : {}), ...(birthDay ? { birthDay } : {}) }
  return {
    _id,
    communityId: household.communityId,
    region: household.region,
    ...enteredFields(row, household, setBy(work)),
    ...(phone || birthDay ? sealPerson(work.ring, { _id }, texts).change : {}),
    phoneVerified: false,
    state: 'living',
    version: 1,
    taps: [],
  }
}

const unique = <Doc extends { _id: string }>(docs: readonly Doc[]): Doc[] => [
  ...new Map(docs.map((doc) => [doc._id, doc])).values(),
]

/** Changes the person of a row; false when somebody else did meanwhile, to something else. */
async function change(
  { planned, row, step, residentId }: Task,
  residents: ReadonlyMap<string, ResidentDoc>,
  work: Applying,
): Promise<boolean> {
  if (step.do !== 'change') return true
  const resident = residents.get(residentId)
  if (!resident) return false
  const { ring } = work
  const { changes } = step
  const texts = {
    ...(changes.includes('phone') && row.phone ? { phone: row.phone } : {}),
    ...(changes.includes('birthDay') && row.birthDay ? { birthDay: row.birthDay } : {}),
  }
  const sealed =
    Object.keys(texts).length > 0
      ? sealPerson(ring, resident, texts)
      : { conditions: {}, change: {} }
  const fields = changedFields(row, changes, resident, setBy(work))
  const conditions = { state: 'living', ...sealed.conditions }
  if (await changeResident(resident, conditions, { ...fields, ...sealed.change })) return true
  // Another run may have done it; or it was sealed with a newer key, or staff were at it.
  const after = await findResident(resident._id)
  const known = new KnownPeople(after ? [knownFrom(after, ring)] : [])
  return nextStep(planned, row, known).do === 'nothing'
}

/** Each person finds in the audit trail that a list changed what is kept of them. */
function factOf({ row, step, residentId }: Task, { running, now }: Applying): AuditFact[] {
  if (step.do !== 'enter' && step.do !== 'change') return []
  const { appliedBy, appliedAs, communityId, _id } = running
  if (appliedBy === undefined || appliedAs === undefined) return []
  return [
    {
      _id: `${_id}:${row.line}`,
      chain: communityId,
      at: now,
      by: appliedBy,
      as: appliedAs,
      op: 'account.applyImport',
      whom: residentId,
      fields: step.do === 'change' ? [...step.changes] : fieldsOf(row),
    },
  ]
}
