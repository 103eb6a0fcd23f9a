import { POLICY_VERSION } from '../../cloudfunctions/shared/policy.rules'
import type { Account } from '../../cloudfunctions/shared/actor'
import type { RequestDoc, ResidentDoc } from '../../cloudfunctions/account/account.docs'
import type { Contract } from '../../types/contract'
import { readScene } from '../../types/contract/printed-code'
import { newTap, type TestCloud } from './cloud'
import { allOf } from './database'

/** The policy in force, and the communities of the demo, as tests of people name them. */
export const POLICY = POLICY_VERSION
export const CHUNXIAO = 'heping/nanhu/chunxiao'
export const LIUAN = 'heping/nanhu/liuan'

export type JoinInput = Contract['account.joinHousehold']['input']
export type HelpInput = Contract['account.addDependent']['input']

export const roomAt = (building: string, unit: string, room: string, communityId = 'chunxiao') => ({
  communityId,
  building,
  unit,
  room,
})

/** What a person says who joins, but for the code or the room. */
export const someone = (name: string) => ({
  name,
  relation: 'family' as const,
  policyVersion: POLICY,
})

export const accountOf = async (cloud: TestCloud, openid: string): Promise<Account | undefined> =>
  (await allOf<Account>(cloud, 'accounts')).find(({ _id }) => _id === openid)

export const recordOf = async (cloud: TestCloud, id: string): Promise<ResidentDoc | undefined> =>
  (await allOf<ResidentDoc>(cloud, 'residents')).find(({ _id }) => _id === id)

export const requestOf = async (cloud: TestCloud, id: string): Promise<RequestDoc | undefined> =>
  (await allOf<RequestDoc>(cloud, 'requests')).find(({ _id }) => _id === id)

/** A code for a home, made by staff: its six letters, and the whole token of the picture. */
export async function codeOf(
  cloud: TestCloud,
  householdId: string,
  staff = 'demo-staff',
): Promise<{ letters: string; token: string }> {
  const { letters, scene } = await cloud.as(staff).ok('account.makeHouseholdCode', { householdId })
  return { letters, token: readScene(scene)?.token ?? '' }
}

/** The letters of an invitation to a role. */
export async function invitationTo(
  cloud: TestCloud,
  input: Contract['account.invite']['input'],
  by = 'demo-admin',
): Promise<{ invitationId: string; letters: string }> {
  const { invitationId, letters = '' } = await cloud.as(by).ok('account.invite', input)
  return { invitationId, letters }
}

/** Somebody asks to act for the elder of the demo: the request, with its six digits. */
export const askToHelp = (
  cloud: TestCloud,
  openid: string,
  more: Partial<HelpInput> = {},
  tapId = newTap(),
): Promise<Contract['account.addDependent']['output']> =>
  cloud.as(openid).ok(
    'account.addDependent',
    {
      name: '王秀兰',
      room: roomAt('3', '2', '503'),
      relation: 'daughter',
      scope: 'everything',
      myName: '李小梅',
      policyVersion: POLICY,
      ...more,
    },
    tapId,
  )

/** Somebody acts for the elder of the demo, who has typed the digits: the grant. */
export async function becomeHelper(
  cloud: TestCloud,
  openid: string,
  more: Partial<HelpInput> = {},
): Promise<string> {
  const { requestId, code } = await askToHelp(cloud, openid, more)
  await cloud.as('demo-elder').ok('account.confirmHelper', { requestId, code: code ?? '' })
  return requestId
}
