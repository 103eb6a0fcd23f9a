import { refuse } from '../shared/errors'
import { keyRing } from '../shared/keys'
import { sealFields } from '../shared/sealed-fields'
import type { PersonChange } from '../shared/person-changes'
import type { ResidentDoc } from './account.docs'
import { findAccount, regrant } from './account.store'
import { listHelpersOf } from './accounts.query'
import { followRecord } from './follow-record'
import { merged as mergedRecord } from './merging.rules'
import { openOf } from './resident.query'
import { changeResident, findResident, RESIDENTS, takenOut } from './residents.store'

/** How often to look again when one of the records was changed between. */
const TRIES = 5

/**
 * The account's part when two records turn out to be one person's: the one that stays takes over what the
 * other has and it lacks, then the account and those who act for the person, and last the other is closed.
 * Safe to repeat from any point.
 */
export async function followMerged({ residentId, into = '', at }: PersonChange): Promise<void> {
  const gone = await findResident(residentId)
  if (!gone || gone.state === 'merged') return followRecord(into)
  await takeOver(into, gone, at)
  for (const helper of await listHelpersOf(residentId)) await regrant(helper, residentId, into)
  await followRecord(into)
  const done = await changeResident(
    gone,
    {},
    {
      state: 'merged',
      mergedInto: into,
      endedAt: at,
      accountId: takenOut(),
      home: takenOut(),
      homes: gone.homes.map((home) => ({ ...home, until: home.until ?? at })),
    },
  )
  if (!done) return refuse('BUSY')
}

async function takeOver(into: string, gone: ResidentDoc, at: number): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const stays = await findResident(into)
    if (!stays) return refuse('NOT_FOUND')
    const before = stays.replaced ?? []
    if (before.includes(gone._id)) return
    const texts = await textsTakenOver(stays, gone)
    const sealed =
      Object.keys(texts).length > 0
        ? sealFields(await keyRing(), RESIDENTS, stays, texts)
        : undefined
    const account = gone.accountId ? await findAccount(gone.accountId) : null
    const change = {
      ...mergedRecord(stays, gone),
      ...sealed?.change,
      ...(account ? { accountId: account._id } : {}),
      replaced: [...before, gone._id],
      behind: at,
    }
    if (await changeResident(stays, { ...sealed?.conditions }, change)) return
  }
  return refuse('BUSY')
}

/** What is sealed opens in its own record only: it is sealed anew for the one that stays. */
async function textsTakenOver(
  stays: ResidentDoc,
  gone: ResidentDoc,
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const field of ['phone', 'birthDay'] as const) {
    if (stays[field] || !gone[field]) continue
    const text = openOf(await keyRing(), gone, field)
    if (text !== null) texts[field] = text
  }
  return texts
}
