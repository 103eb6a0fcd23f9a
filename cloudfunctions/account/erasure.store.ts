import { type Account, type Erasure, newAccount } from '../shared/actor'
import { _, collection, type Document } from '../shared/db'
import { newId } from '../shared/ids'
import type { NoticeDoc } from '../shared/notices'
import { type Tap, TAPS_KEPT } from '../shared/taps'
import type { CodeDoc, RequestDoc, ResidentDoc } from './account.docs'
import { ERASED_NAME } from './erasure.text'

/** What erasing a person writes. Each is safe to repeat. */

const accounts = collection<Account>('accounts')
const residents = collection<ResidentDoc>('residents')
const requests = collection<RequestDoc>('requests')
const codes = collection<CodeDoc>('codes')
const notices = collection<NoticeDoc>('notices')
const readings = collection<Document & { accountId?: string }>('readings')
const questions = collection<Document & { typedBy?: string }>('questions')
const uploads = collection<Document & { who: string; removeAt?: number }>('uploads')

/** Documents of one kind that are looked at in one round. */
const BATCH = 100

/** Marks the account: from now on it is erased, by this call or by the ticker. */
export const beginErasure = (account: Account, erasing: Erasure, tap: Tap): Promise<boolean> =>
  accounts.updateOne(
    account._id,
    { ref: account.ref, erasing: _.exists(false), 'taps.tapId': _.neq(tap.tapId) },
    { erasing, taps: _.push({ each: [tap], slice: -TAPS_KEPT }) },
  )

/** It cannot be done after all: the account is as before, and the tap may be tried again. */
export const dropErasure = ({ _id, ref, erasing }: Account): Promise<boolean> =>
  accounts.updateOne(
    _id,
    { ref, 'erasing.at': erasing?.at ?? 0 },
    { erasing: _.remove(), taps: _.pull({ tapId: erasing?.tapId ?? '' }) },
  )

/**
 * Empties the account, if nothing has come into it since it was read. The reference becomes another, so
 * that nothing that knows the old one leads to the person any more.
 */
export function emptyAccount(account: Account, erased: Erasure): Promise<boolean> {
  const { _id, ref, homes, roles, taps } = account
  const { _id: _same, ...anew } = newAccount(_id, newId(), '')
  return accounts.updateOne(
    _id,
    {
      ref,
      'erasing.at': erased.at,
      [`homes.${homes.length}`]: _.exists(false),
      [`roles.${roles.length}`]: _.exists(false),
    },
    {
      ...anew,
      taps: taps.filter(({ tapId }) => tapId === erased.tapId),
      erased,
      ...takeOut(account, [
        ...(['residentId', 'householdId', 'communityId', 'region', 'home', 'phone'] as const),
        ...([
          'phoneFind',
          'keyId',
          'phoneVerified',
          'requestId',
          'policy',
          'erasing',
          'lists',
          'lookups',
        ] as const),
      ]),
    },
  )
}

/** Takes the fields away that are there. */
const takeOut = (account: Account, fields: readonly (keyof Account)[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.filter((field) => account[field] !== undefined).map((field) => [field, _.remove()]),
  )

/** Erasures that a call left, the oldest first. */
export const findLeftErasing = (before: number, limit: number): Promise<Account[]> =>
  accounts.list({
    where: { 'erasing.at': _.lt(before) },
    orderBy: [['erasing.at', 'asc']],
    limit,
  })

/** Accounts emptied before a moment. */
export const findErased = (before: number, limit: number): Promise<Account[]> =>
  accounts.list({
    where: { 'erased.at': _.lt(before) },
    orderBy: [['erased.at', 'asc']],
    limit,
  })

/** Removes an empty account, unless its person has begun anew: then only the note of the erasure goes. */
export async function forgetAccount({ _id, erased }: Account): Promise<void> {
  const same = { 'erased.at': erased?.at ?? 0 }
  const empty = { policy: _.exists(false), homes: _.eq([]), roles: _.eq([]), grants: _.eq([]) }
  if (await accounts.removeIf(_id, { ...same, ...empty })) return
  await accounts.updateOne(_id, same, { erased: _.remove() })
}

/** Takes the person out of a record: the bare id stays. False when somebody changed it meanwhile. */
export const eraseRecord = (
  { _id, version, accountId, state }: ResidentDoc,
  now: number,
): Promise<boolean> =>
  residents.updateOne(
    _id,
    { version, accountId: accountId ?? _.exists(false) },
    {
      name: ERASED_NAME,
      homes: [],
      home: _.remove(),
      phone: null,
      phoneFind: null,
      phoneVerified: false,
      birthDay: null,
      attributes: [],
      rosterKey: _.remove(),
      lists: _.remove(),
      accountId: _.remove(),
      behind: _.remove(),
      ...(state === 'living' ? { state: 'left', endedAt: now } : {}),
      version: _.inc(1),
      taps: [],
    },
  )

/** Ends what lets others act for a person, and makes it forget the name and the home. */
export async function endGrantsFor(residentId: string, now: number): Promise<void> {
  const helpers = await accounts.list({ where: { 'grants.residentId': residentId }, limit: BATCH })
  for (const { _id, grants } of helpers) {
    for (const [i, grant] of grants.entries()) {
      if (grant.residentId !== residentId || grant.name === ERASED_NAME) continue
      await accounts.updateOne(
        _id,
        { [`grants.${i}.grantId`]: grant.grantId },
        {
          ...(grant.until === undefined ? { [`grants.${i}.until`]: now } : {}),
          [`grants.${i}.name`]: ERASED_NAME,
          [`grants.${i}.home`]: '',
        },
      )
    }
  }
}

/** Withdraws what others asked about a person, and makes it forget whom it was about. */
export async function withdrawRequestsAbout(residentId: string): Promise<void> {
  for (;;) {
    const about = await requests.list({ where: { residentId }, limit: BATCH })
    for (const { _id, state } of about) {
      await requests.updateOne(
        _id,
        { state },
        {
          residentId: _.remove(),
          forName: ERASED_NAME,
          outbox: [],
          ...(state === 'waiting' ? { state: 'withdrawn' } : {}),
        },
      )
    }
    if (about.length < BATCH) return
  }
}

/** Removes what an account asked for. */
export async function removeRequestsOf(accountId: string): Promise<void> {
  for (;;) {
    const own = await requests.list({ where: { accountId }, limit: BATCH, fields: ['_id'] })
    for (const { _id } of own) await requests.remove(_id)
    if (own.length < BATCH) return
  }
}

/** Removes what an account was told. */
export async function removeNoticesOf(accountId: string): Promise<void> {
  for (;;) {
    const own = await notices.list({ where: { accountId }, limit: BATCH, fields: ['_id'] })
    for (const { _id } of own) await notices.remove(_id)
    if (own.length < BATCH) return
  }
}

/** Removes what an account without a home here has read. */
export async function removeReadingsOf(accountId: string): Promise<void> {
  const own = await readings.list({ where: { accountId }, limit: BATCH, fields: ['_id'] })
  for (const { _id } of own) await readings.remove(_id)
}

/** What an account asked for somebody else stays theirs, and forgets who typed it. */
export async function forgetWhoTyped(typedBy: string): Promise<void> {
  for (;;) {
    const typed = await questions.list({ where: { typedBy }, limit: BATCH, fields: ['_id'] })
    for (const { _id } of typed)
      await questions.updateOne(_id, { typedBy }, { typedBy: _.remove() })
    if (typed.length < BATCH) return
  }
}

/** What others were told of somebody, by a record or an account, forgets the name. */
export async function unnameNotices(whom: string): Promise<void> {
  for (;;) {
    const about = await notices.list({ where: { whom }, limit: BATCH, fields: ['_id'] })
    for (const { _id } of about) {
      await notices.updateOne(_id, { whom }, { 'about.name': ERASED_NAME, whom: _.remove() })
    }
    if (about.length < BATCH) return
  }
}

/** Invitations forget which account used them; they stay used. */
export async function forgetWhoUsed(accountId: string): Promise<void> {
  const used = await codes.list({ where: { usedBy: accountId }, limit: BATCH, fields: ['_id'] })
  for (const { _id } of used)
    await codes.updateOne(_id, { usedBy: accountId }, { usedBy: ERASED_BY })
}

const ERASED_BY = 'erased'

/** What the account uploaded or was made for it goes with the ticker's next run. */
export async function dropFilesOf(accountId: string, now: number): Promise<void> {
  const own = await uploads.list({ where: { who: accountId }, limit: BATCH, fields: ['removeAt'] })
  for (const { _id, removeAt } of own) {
    if (removeAt === undefined || removeAt > now)
      await uploads.updateOne(_id, {}, { removeAt: now })
  }
}
