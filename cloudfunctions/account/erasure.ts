import type { Account, Erasure } from '../shared/actor'
import { refuse, Refusal } from '../shared/errors'
import { describeError, log } from '../shared/log'
import { type PersonChange, recordChange } from '../shared/person-changes'
import type { Person } from '../shared/personal-read'
import { DAY, MINUTE } from '../shared/time'
import { eachOf } from '../shared/together'
import { findAccount } from './account.store'
import { findAccountByRef } from './accounts.query'
import { removeAdministrator } from './administrators.store'
import {
  dropErasure,
  dropFilesOf,
  emptyAccount,
  endGrantsFor,
  eraseRecord,
  findErased,
  findLeftErasing,
  forgetAccount,
  forgetWhoTyped,
  forgetWhoUsed,
  removeNoticesOf,
  removeReadingsOf,
  removeRequestsOf,
  unnameNotices,
  withdrawRequestsAbout,
} from './erasure.store'
import { forgetMessages } from './erasure-messages.store'
import { goOnInList, isKept } from './kept-record.store'
import { personOf } from './person.query'
import { findResident } from './residents.store'
import { phoneMarks } from './sealed-texts'

/** How often one call goes on when somebody else comes between. */
const TRIES = 3
const WIDTH = 4

/**
 * Erases whoever's account is marked (`erasing`). Every step is safe to repeat, and the account is emptied
 * last, so that until then the mark leads the same tap, or the ticker, back to whatever a crash left.
 * Refuses LAST_ADMINISTRATOR, and then all is as before.
 */
export async function carryOutErasure(openid: string): Promise<Erasure> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const account = await findAccount(openid)
    // Another run was faster.
    if (account?.erased && !account.erasing) return account.erased
    if (!account?.erasing) return refuse('BUSY')
    const { erasing } = account
    if (!(await removeAdministrator(account.ref))) {
      await dropErasure(account)
      return refuse('LAST_ADMINISTRATOR')
    }
    const person = await personOf(account)
    await tellFeatures(account, erasing, person)
    await letGo(person, erasing.at)
    if ((await eraseRecords(person, account, erasing.at)) && (await emptyAccount(account, erasing)))
      return erasing
  }
  return refuse('BUSY')
}

/** The other features' part: recorded before anything is gone that leads to it. */
const tellFeatures = ({ ref }: Account, { at }: Erasure, { records }: Person): Promise<void> =>
  eachOf(records, WIDTH, async ({ residentId, communityId }) => {
    const _id = `erased-${residentId}-${at}`
    await recordChange({ _id, kind: 'erased', residentId, communityId, by: ref, at })
  })

/** The account's own part of a change is done once the account that asked for it is empty: it has another ref. */
export const followErased = async ({ by }: PersonChange): Promise<'later' | void> =>
  (await findAccountByRef(by)) ? 'later' : undefined

/** What others hold that leads to the person, and what the person asked for and brought. */
async function letGo({ accountId, records }: Person, at: number): Promise<void> {
  await eachOf(records, WIDTH, async ({ residentId }) => {
    await endGrantsFor(residentId, at)
    await withdrawRequestsAbout(residentId)
    await unnameNotices(residentId)
  })
  await removeRequestsOf(accountId)
  await removeNoticesOf(accountId)
  await unnameNotices(accountId)
  await forgetMessages(accountId)
  await forgetWhoUsed(accountId)
  await removeReadingsOf(accountId)
  await forgetWhoTyped(accountId)
  await dropFilesOf(accountId, at)
}

async function eraseRecords({ records }: Person, account: Account, at: number): Promise<boolean> {
  const marks = await phoneMarks(account)
  let whole = true
  await eachOf(records, WIDTH, async ({ residentId }) => {
    const resident = await findResident(residentId)
    // Of somebody else by now, or nobody's: a repeated run has done its part.
    const own = resident?.accountId === account._id || resident?.state === 'merged'
    if (!resident || !own) return
    if (isKept(resident)) await goOnInList(resident, { phoneMarks: marks, at })
    if (!(await eraseRecord(resident, at))) whole = false
  })
  return whole
}

/** A call that began an erasure before this has died. */
const LEFT_AFTER = MINUTE
/** How long an empty account answers the tap that emptied it. */
const ANSWERS_FOR = DAY
/** Accounts in one run of the ticker. */
const BATCH = 50

/** What the ticker does: erasures that a crash left, and empty accounts that go. */
export async function finishErasures(now: number): Promise<number> {
  let finished = 0
  for (const { _id, ref } of await findLeftErasing(now - LEFT_AFTER, BATCH)) {
    try {
      await carryOutErasure(_id)
      finished++
    } catch (error) {
      // The last administrator stays; whatever else it was, the next run goes on.
      const code = error instanceof Refusal ? { code: error.code } : describeError(error)
      log('warn', 'not erased', { ref, ...code })
    }
  }
  for (const account of await findErased(now - ANSWERS_FOR, BATCH)) await forgetAccount(account)
  return finished
}
