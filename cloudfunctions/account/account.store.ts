import {
  type Account,
  type AccountHome,
  type Grant,
  type HeldRole,
  newAccount,
} from '../shared/actor'
import { _, collection } from '../shared/db'
import { newId } from '../shared/ids'
import { drainOutbox, outboxPush } from '../shared/outbox'
import type { SealedChange } from '../shared/sealed-fields'
import { type Tap, TAPS_KEPT } from '../shared/taps'
import type { AccountEntry } from './account.docs'
import { currentHome, type HomesOfAccount, sameHome } from './homes.rules'

const accounts = collection<Account>('accounts')

export const findAccount = (openid: string): Promise<Account | null> => accounts.find(openid)

/** What a person says of themselves when the program first hears of them. */
export interface Introduced {
  name?: string | undefined
  policyVersion: string
}

const tapOnce = (tap: Tap) => ({ 'taps.tapId': _.neq(tap.tapId) })
const withTap = (tap: Tap) => ({ taps: _.push({ each: [tap], slice: -TAPS_KEPT }) })

/** Changes an account by one tap, once; false when the tap was there or a condition no longer holds. */
export const changeAccount = (
  openid: string,
  conditions: Record<string, unknown>,
  change: Record<string, unknown>,
  tap: Tap,
): Promise<boolean> =>
  accounts.updateOne(openid, { ...conditions, ...tapOnce(tap) }, { ...change, ...withTap(tap) })

/** Makes the account of somebody new: whole, in one insert. False when there is one already. */
export async function openAccount(
  openid: string,
  { name, policyVersion }: Introduced,
  more: Partial<Account>,
  tap: Tap,
): Promise<boolean> {
  const account: Account = {
    ...newAccount(openid, newId(), name ?? ''),
    policy: { version: policyVersion, at: tap.at },
    ...more,
    taps: [tap],
  }
  return (await accounts.insert(account)) === 'inserted'
}

/** Records the consent, unless this tap already has. */
export const recordConsent = (openid: string, version: string, tap: Tap): Promise<boolean> =>
  changeAccount(openid, {}, { policy: { version, at: tap.at } }, tap)

/** What joining a home changes in the account of its person. */
const homeJoined = (account: Account, home: AccountHome): Record<string, unknown> => ({
  homes: _.push([home]),
  ...(account.residentId ? {} : currentHome(home)),
})

/** Adds a home to an account by its person's own tap; false when something came between. */
export const enterHome = (
  account: Account,
  home: AccountHome,
  { name, policyVersion }: Introduced,
  tap: Tap,
  more?: SealedChange,
): Promise<boolean> =>
  changeAccount(
    account._id,
    { residentId: account.residentId ?? _.exists(false), ...more?.conditions },
    {
      ...homeJoined(account, home),
      ...(account.name === '' && name ? { name } : {}),
      ...more?.change,
      policy: { version: policyVersion, at: tap.at },
    },
    tap,
  )

/** Notes which request an account waits for, in the place of the one that was read. */
export const noteRequest = (
  account: Account,
  requestId: string,
  { name, policyVersion }: Introduced,
  tap: Tap,
  more?: SealedChange,
): Promise<boolean> =>
  changeAccount(
    account._id,
    { requestId: account.requestId ?? _.exists(false), ...more?.conditions },
    {
      requestId,
      ...(account.name === '' && name ? { name } : {}),
      ...more?.change,
      policy: { version: policyVersion, at: tap.at },
    },
    tap,
  )

/** Whose request it was. An account that was erased has another `ref`, and gets nothing of before. */
export interface Asker {
  accountId: string
  ref: string
}

/**
 * Adds a home that was asked for earlier, as often as it is delivered: once. The first home is the one
 * in use from then on.
 */
export async function deliverHome({ accountId, ref }: Asker, home: AccountHome): Promise<void> {
  for (;;) {
    const account = await accounts.find(accountId)
    if (account?.ref !== ref || account.homes.some((one) => sameHome(one, home))) return
    const done = await accounts.updateOne(
      accountId,
      {
        ref,
        homes: _.not(
          _.elemMatch({ residentId: _.eq(home.residentId), householdId: _.eq(home.householdId) }),
        ),
        residentId: account.residentId ?? _.exists(false),
      },
      homeJoined(account, home),
    )
    if (done) return
  }
}

/** Gives what a request led to, once, however often it is delivered; one that ended stays ended. */
export const deliverGrant = ({ accountId, ref }: Asker, grant: Grant): Promise<boolean> =>
  accounts.updateOne(
    accountId,
    { ref, 'grants.grantId': _.neq(grant.grantId) },
    { grants: _.push([grant]) },
  )

const placeOf = ({ role, region }: HeldRole) => ({ role, region })

/** What must be told of a change, in the same update. */
const toTell = (entry: Omit<AccountEntry, 'id' | 'rev' | 'at'>, of: string, at: number) => ({
  outbox: outboxPush({ id: `${entry.kind}:${of}`, rev: 1, at, ...entry }),
})

/** Delivers what accounts have yet to tell; see `drainOutbox`. */
export const drainAccounts = (
  deliver: (docs: readonly Account[]) => Promise<void>,
): Promise<number> => drainOutbox(accounts, deliver)

/** These have been told. */
export const settleTold = (openid: string, ids: readonly string[]): Promise<boolean> =>
  accounts.updateOne(openid, {}, { outbox: _.pull({ id: _.in([...ids]) }) })

/** Ends one grant, by its place in the list that was read; the other side is told where it is said who ended it. */
export function endGrant(
  account: Account,
  grantId: string,
  now: number,
  endedBy?: 'helper' | 'person',
): Promise<boolean> {
  const i = account.grants.findIndex((grant) => grant.grantId === grantId)
  return accounts.updateOne(
    account._id,
    { [`grants.${i}.grantId`]: grantId, [`grants.${i}.until`]: _.exists(false) },
    {
      [`grants.${i}.until`]: now,
      ...(endedBy ? toTell({ kind: 'helpingEnded', grantId, endedBy }, grantId, now) : {}),
    },
  )
}

/** Gives a role, once for each invitation, and not beside the same one in the same place. */
export const giveRole = (
  account: Account,
  held: HeldRole,
  { name, policyVersion }: Introduced,
  tap: Tap,
): Promise<boolean> =>
  changeAccount(
    account._id,
    {
      roles: _.not(
        _.elemMatch({
          role: _.eq(held.role),
          region: _.eq(held.region),
          until: _.exists(false),
        }),
      ),
      ...(held.invitationId ? { 'roles.invitationId': _.neq(held.invitationId) } : {}),
    },
    {
      roles: _.push([held]),
      ...toTell({ kind: 'roleGiven', ...placeOf(held) }, held.invitationId ?? tap.tapId, tap.at),
      ...(account.name === '' && name ? { name } : {}),
      policy: { version: policyVersion, at: tap.at },
    },
    tap,
  )

/** Takes a role back, by its place in the list that was read; `tell` its holder of it. */
export function endRoleOf(
  account: Account,
  i: number,
  now: number,
  { tell }: { tell: boolean } = { tell: false },
): Promise<boolean> {
  const held = account.roles[i]
  const { role, region } = held ?? {}
  return accounts.updateOne(
    account._id,
    {
      [`roles.${i}.role`]: role ?? '',
      [`roles.${i}.region`]: region ?? '',
      [`roles.${i}.until`]: _.exists(false),
    },
    {
      [`roles.${i}.until`]: now,
      ...(held && tell
        ? toTell({ kind: 'roleEnded', ...placeOf(held) }, `${i}-${held.since}`, now)
        : {}),
    },
  )
}

/** Writes an account's homes, if they are still those that were read; true also when nothing is to be written. */
export async function writeHomes(account: Account, after: HomesOfAccount): Promise<boolean> {
  const { homes, residentId, householdId, ...place } = after
  const same =
    JSON.stringify(account.homes) === JSON.stringify(homes) &&
    (account.residentId ?? null) === residentId &&
    (account.householdId ?? null) === householdId
  if (same) return true
  return accounts.updateOne(
    account._id,
    { homes: _.eq(account.homes), residentId: account.residentId ?? _.exists(false) },
    { homes, ...removed({ residentId, householdId, ...place }) },
  )
}

/** A field that is null is taken out. */
const removed = (fields: Record<string, string | null>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? _.remove()]))

/** Ends the roles that a rule picks, one update each; safe to repeat. */
export async function endRoles(
  openid: string,
  now: number,
  which: (held: HeldRole) => boolean,
): Promise<void> {
  const account = await accounts.find(openid)
  for (const [i, held] of (account?.roles ?? []).entries()) {
    if (account && held.until === undefined && which(held)) await endRoleOf(account, i, now)
  }
}

/** A grant is now for another record of the same person; safe to repeat. */
export async function regrant(account: Account, from: string, to: string): Promise<void> {
  for (const [i, { residentId, grantId }] of account.grants.entries()) {
    if (residentId !== from) continue
    await accounts.updateOne(
      account._id,
      { [`grants.${i}.grantId`]: grantId },
      { [`grants.${i}.residentId`]: to },
    )
  }
}
