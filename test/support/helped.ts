import type { ResidentDoc } from '../../cloudfunctions/account/account.docs'
import { POLICY_VERSION } from '../../cloudfunctions/shared/policy.rules'
import type { OperationName } from '../../types/contract'
import type { CallReply } from '../../types/contract/wire'
import { newTap, type TestCloud } from './cloud'

export const CURRENT_POLICY = POLICY_VERSION

/** A room of the demo's first community in which nobody lives. */
export const FREE_ROOM = {
  communityId: 'chunxiao',
  building: '9号楼',
  unit: '3单元',
  room: '1101',
}

/** A newcomer asks to be let into a home, and staff let them in: they entered their own record. */
export async function joinsByRequest(
  cloud: TestCloud,
  openid: string,
  { name, phone, room = FREE_ROOM }: { name: string; phone?: string; room?: typeof FREE_ROOM },
): Promise<{ residentId: string }> {
  await cloud.as(openid).ok('account.joinHousehold', {
    room,
    name,
    relation: 'owner',
    ...(phone ? { phone } : {}),
    policyVersion: CURRENT_POLICY,
  })
  const { items } = await cloud.as('demo-staff').ok('account.listRequests', {})
  const request = items.find((one) => one.name === name)
  await cloud
    .as('demo-staff')
    .ok('account.answerRequest', { requestId: request?.requestId ?? '', answer: 'approve' })
  const { homes } = await cloud.as(openid).ok('account.me', {})
  return { residentId: homes[0]?.residentId ?? '' }
}

/** A call by a helper, or by the desk, for somebody else. */
export async function callFor(
  cloud: TestCloud,
  openid: string,
  onBehalfOf: string,
  op: OperationName,
  input: object,
): Promise<CallReply> {
  const event = { op, input, tapId: newTap(), onBehalfOf }
  const answer = await cloud.send(op.split('.')[0] ?? '', event, openid)
  if (!('result' in answer)) throw new Error(answer.errMsg)
  return answer.result
}

/** Somebody may act for a resident, from now on: the resident says so with the digits. */
export async function helps(
  cloud: TestCloud,
  helper: string,
  person: string,
  resident: Pick<ResidentDoc, 'name'> & { room: typeof FREE_ROOM },
): Promise<void> {
  const asked = await cloud.as(helper).ok('account.addDependent', {
    name: resident.name,
    room: resident.room,
    relation: 'daughter',
    scope: 'everything',
    policyVersion: CURRENT_POLICY,
  })
  await cloud.as(person).ok('account.confirmHelper', {
    requestId: asked.requestId,
    ...(asked.code ? { code: asked.code } : {}),
  })
}
