import type { Holder, Invitation } from '../../types/contract/account-roles'
import { sceneOf } from '../../types/contract/printed-code'
import { covers, EVERYWHERE, liveRoles } from '../shared/access.rules'
import type { Account } from '../shared/actor'
import { together } from '../shared/together'
import type { CodeDoc } from './account.docs'
import { namesOfRegions } from './account.query'
import { listHolders } from './accounts.query'
import { lettersOf, listInvitations } from './codes.query'
import { WHOLE } from './place-words.text'
import { canGive } from './roles.rules'

/** The kind letter of an invitation; see src/pages/scan/codes.ts. */
const INVITATION = 'i'

/** Accounts on one page of holders. */
const ACCOUNTS = 50

/** Who holds roles in a region and below: a page of accounts, each with its roles there. */
export async function listHoldersIn(
  actor: Account,
  region: string,
  after: string,
  now: number,
): Promise<{ items: Holder[]; next?: string }> {
  const found = await listHolders(region, after, ACCOUNTS + 1)
  const page = found.slice(0, ACCOUNTS)
  const held = page.flatMap((account) =>
    liveRoles(account.roles, now)
      .filter((role) => covers(region, role.region))
      .map((role) => ({ account, role })),
  )
  const names = await placeNames(held.map(({ role }) => role.region))
  const last = page.at(-1)
  return {
    items: held.map(({ account, role }) => ({
      ref: account.ref,
      name: account.name,
      role: role.role,
      region: role.region,
      place: names(role.region),
      since: role.since,
      mine: canGive(actor.roles, role.role, role.region, now),
    })),
    ...(found.length > ACCOUNTS && last ? { next: last.ref } : {}),
  }
}

export async function placeNames(regions: readonly string[]): Promise<(region: string) => string> {
  const names = await namesOfRegions(regions.filter((region) => region !== EVERYWHERE))
  return (region) => (region === EVERYWHERE ? WHOLE : (names.get(region)?.at(-1) ?? ''))
}

/** Places by region path, with the names above them, e.g. 和平区 南湖街道 春晓社区. */
export async function placeTitles(regions: readonly string[]): Promise<Map<string, string>> {
  const names = await namesOfRegions(regions.filter((region) => region !== EVERYWHERE))
  const titles = [...names].map(([path, above]): [string, string] => [path, above.join(' ')])
  return new Map([...titles, [EVERYWHERE, WHOLE]])
}

/** Open invitations in a region, with their letters for those who may give that role. */
export async function listOpenInvitations(
  actor: Account,
  region: string,
  now: number,
): Promise<Invitation[]> {
  const found = await listInvitations(region, now)
  const open = found.filter((code) => covers(region, code.region))
  return together(
    open.map((code) =>
      code.role && canGive(actor.roles, code.role, code.region, now)
        ? withLetters(code, now)
        : Promise.resolve(presentInvitation(code, now)),
    ),
  )
}

export function stateOf({ endedAt, usedBy, expiresAt }: CodeDoc, now: number): Invitation['state'] {
  if (usedBy !== undefined) return 'used'
  if (endedAt !== undefined) return 'ended'
  return expiresAt <= now ? 'expired' : 'open'
}

export const presentInvitation = (code: CodeDoc, now: number): Invitation => ({
  invitationId: code._id,
  role: code.role ?? 'resident',
  region: code.region,
  place: code.place ?? '',
  state: stateOf(code, now),
  expiresAt: code.expiresAt,
})

/** With what is shown to the one who is invited, for whoever made it. */
export async function withLetters(code: CodeDoc, now: number): Promise<Invitation> {
  const { token } = await lettersOf(code)
  return {
    ...presentInvitation(code, now),
    scene: sceneOf({ letter: INVITATION, token }),
    letters: token,
  }
}
