import type { GrantView, Helping, HelpRequest } from '../../types/contract/account-helping'
import type { HelperRelation } from '../../types/contract/people'
import { liveGrants } from '../shared/access.rules'
import type { Account, Grant, Subject } from '../shared/actor'
import { together } from '../shared/together'
import { LIMITS } from '../../types/contract/limits'
import type { RequestDoc } from './account.docs'
import { listAskedBy, listAsking, namesOfRegions } from './account.query'
import { listHelpersOf } from './accounts.query'
import { openOfRequest } from './sealed-texts'

interface Viewed {
  actor: Account | null
  subject: Subject | null
  /** The desk looks at it: then only what is the person's is shown. */
  desk: boolean
  now: number
}

/** Whom one acts for and who acts for one, with what still waits. */
export async function viewHelping({ actor, subject, desk, now }: Viewed): Promise<Helping> {
  const mine = desk ? null : actor
  const [dependents, asked, helpers, asking] = await together([
    mine ? dependentsOf(mine, now) : Promise.resolve([]),
    mine ? askedOf(mine, now) : Promise.resolve([]),
    subject ? helpersOf(subject.residentId, now) : Promise.resolve([]),
    subject ? listAsking(subject.residentId, now) : Promise.resolve([]),
  ])
  return {
    dependents,
    asked,
    helpers,
    asking: asking.map((one) => presentHelp(one, one.name, now)),
  }
}

async function dependentsOf({ grants }: Account, now: number): Promise<Helping['dependents']> {
  const live = liveGrants(grants, now)
  const names = await namesOfRegions(live.map(({ region }) => region))
  return live.map((grant) => ({
    ...presentGrant(grant, grant.name),
    residentId: grant.residentId,
    place: `${names.get(grant.region)?.at(-1) ?? ''} ${grant.home}`.trim(),
  }))
}

/** What the caller asked for and nobody has let in yet, with the digits to read out. */
async function askedOf({ _id }: Account, now: number): Promise<HelpRequest[]> {
  const found = await listAskedBy(_id)
  const open = found.filter(
    ({ kind, state }) => kind === 'help' && (state === 'waiting' || state === 'refused'),
  )
  return together(
    open.slice(0, LIMITS.helpRequests).map(async (request) => {
      const shown = presentHelp(request, request.forName ?? '', now)
      const code = shown.state === 'waiting' ? await openOfRequest(request, 'digits') : null
      return code ? { ...shown, code } : shown
    }),
  )
}

/** Who may act for a resident, from the accounts of those who may. */
async function helpersOf(residentId: string, now: number): Promise<GrantView[]> {
  const accounts = await listHelpersOf(residentId)
  return accounts.flatMap(({ name, grants }) =>
    liveGrants(grants, now)
      .filter((grant) => grant.residentId === residentId)
      .map((grant) => presentGrant(grant, name)),
  )
}

const presentGrant = (grant: Grant, name: string): GrantView => ({
  grantId: grant.grantId,
  name,
  relation: grant.relation,
  scope: grant.scope,
  since: grant.since,
  ...(grant.until === undefined ? {} : { until: grant.until }),
})

export function presentHelp(request: RequestDoc, name: string, now: number): HelpRequest {
  const { _id, relation, scope = 'booking', state, tries, askedAt, expiresAt, say } = request
  const standing =
    state === 'refused'
      ? 'refused'
      : expiresAt <= now
        ? 'expired'
        : tries >= LIMITS.digitTries
          ? 'locked'
          : 'waiting'
  return {
    requestId: _id,
    name,
    relation: relation as HelperRelation,
    scope,
    state: standing,
    askedAt,
    expiresAt,
    ...(say ? { reason: say } : {}),
  }
}
