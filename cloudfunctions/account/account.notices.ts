import type { NoticeFact } from '../../types/contract/message-inbox'
import type { HelperRelation } from '../../types/contract/people'
import { EVERYWHERE, lastOf, levelOf } from '../shared/access.rules'
import type { Account } from '../shared/actor'
import { accountOf, isDead } from '../shared/hearers'
import { tell, type Told } from '../shared/notices'
import type { AccountEntry, RequestDoc } from './account.docs'
import { findAccount } from './account.store'
import { placeNames } from './roles.query'

/** Who hears of an answered request: whoever asked; and the person, where somebody acts for them from now on. */
export async function tellOfAnswer(request: RequestDoc): Promise<void> {
  const { _id, state, kind, place, accountId, forName, communityId, region, askedAt } = request
  if (state !== 'approved' && state !== 'refused') return
  const at = request.answeredAt ?? askedAt
  const told = (reader: string, about: NoticeFact, whom?: string): Told => ({
    accountId: reader,
    region,
    communityId,
    about,
    whom,
    fact: _id,
    at,
  })
  const asker = told(
    accountId,
    kind === 'join'
      ? { kind: 'joinAnswered', answer: state, place }
      : { kind: 'helpAnswered', answer: state, name: forName ?? '' },
    kind === 'help' ? request.residentId : undefined,
  )
  const person = kind === 'help' && state === 'approved' ? await personOf(request) : undefined
  await tell(
    person === undefined
      ? [asker]
      : [
          asker,
          {
            ...told(
              person,
              {
                kind: 'helperBegan',
                name: request.name,
                relation: request.relation as HelperRelation,
              },
              accountId,
            ),
            residentId: request.residentId,
          },
        ],
  )
}

/** The account of the person a helper begins to act for, unless it is theirs that said yes. */
async function personOf({ residentId, answeredBy, accountId }: RequestDoc) {
  const own = residentId === undefined ? undefined : await accountOf(residentId)
  if (own === undefined || own === accountId) return undefined
  return (await findAccount(own))?.ref === answeredBy ? undefined : own
}

/** Who hears of what changed in an account: the other side of a help that ended, the holder of a role. */
export async function tellOfEntry(account: Account, entry: AccountEntry): Promise<void> {
  if (entry.kind === 'helpingEnded') return tellOfHelping(account, entry)
  const { role, region } = entry
  if (!role || region === undefined) return
  if (account.residentId !== undefined && (await isDead(account.residentId))) return
  const place = (await placeNames([region]))(region)
  await tell([
    {
      accountId: account._id,
      region,
      ...(region !== EVERYWHERE && levelOf(region) === 'community'
        ? { communityId: lastOf(region) }
        : {}),
      about: { kind: entry.kind, role, place },
      fact: entry.id,
      at: entry.at,
    },
  ])
}

async function tellOfHelping(helper: Account, entry: AccountEntry): Promise<void> {
  const grant = helper.grants.find(({ grantId }) => grantId === entry.grantId)
  if (!grant) return
  const person = await accountOf(grant.residentId)
  const byHelper = entry.endedBy === 'helper'
  const reader = byHelper ? person : helper._id
  if (reader === undefined) return
  const { region, communityId } = grant
  await tell([
    {
      accountId: reader,
      region,
      communityId,
      about: {
        kind: 'helpingEnded',
        reader: byHelper ? 'person' : 'helper',
        name: byHelper ? helper.name : grant.name,
      },
      whom: byHelper ? helper._id : grant.residentId,
      fact: entry.id,
      at: entry.at,
    },
  ])
}
