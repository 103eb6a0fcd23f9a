import type { HomeRelation, RoomGiven } from '../../types/contract/people'
import type { AccountHome } from '../shared/actor'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import type { CommandCall } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import type { CodeDoc, HouseholdDoc, ResidentDoc } from './account.docs'
import { enterHome, openAccount } from './account.store'
import { findCode, tryCode } from './codes.store'
import { currentHome } from './homes.rules'
import { PROVING, splitLetters } from './letters'
import { findCommunity, findHousehold, householdIdOf } from './places.store'
import { whoJoins } from './roster-match.rules'
import { findResident, insertResident, linkAccount, listHousehold } from './residents.store'
import { sealedPhone } from './sealed-texts'

export interface JoinInput {
  code: string
  room?: RoomGiven | undefined
  name: string
  relation: HomeRelation
  phone?: string | undefined
  policyVersion: string
}

type Call = CommandCall<'anyone'>

/** Joins by a household's code: first the person's record becomes theirs, then their account has the home. */
export async function joinByCode(call: Call, input: JoinInput): Promise<void> {
  const { actor, tap, openid, now } = call
  if (tapSeen(actor?.taps ?? [], tap) === 'same') return
  const { code, proving } = await codeFor(input)
  if (!code?.householdId || code.endedAt !== undefined || code.expiresAt <= now) {
    return refuse('CODE_UNKNOWN')
  }
  const household = await findHousehold(code.householdId)
  // The household names its code: one that was replaced opens nothing from that moment on.
  if (household?.codeId !== code._id) return refuse('CODE_UNKNOWN')
  const wrong = await tryCode(code, proving, now)
  if (wrong) return refuse(wrong)
  if (actor?.homes.some(({ householdId }) => householdId === household._id)) {
    return refuse('ALREADY_JOINED')
  }
  const resident = await becomeResident(call, household, input)
  await enter(openid, call, homeOf(resident, household, input.relation), input)
}

/** The code's document, by the letters that find it or by the room, and the letters that must prove it. */
async function codeFor({
  code,
  room,
}: JoinInput): Promise<{ code: CodeDoc | null; proving: string }> {
  const whole = splitLetters(code)
  if (whole) return { code: await findCode(whole.finding), proving: whole.proving }
  if (!room || code.length !== PROVING) return refuse('CODE_UNKNOWN')
  const community = await findCommunity(room.communityId)
  if (!community) return refuse('NOT_FOUND')
  const household = await findHousehold(householdIdOf(community, room))
  if (!household?.codeId) return refuse('CODE_UNKNOWN')
  return { code: await findCode(household.codeId), proving: code }
}

/** The record of whoever joins: the one on the roster, or one that begins here. */
async function becomeResident(
  { openid, tap, now }: Call,
  household: HouseholdDoc,
  { name, relation, phone }: JoinInput,
): Promise<ResidentDoc> {
  const roster = await listHousehold(household.communityId, household._id)
  const found = whoJoins(roster, household._id, name, openid)
  if (found.is === 'taken') return refuse('NAME_TAKEN')
  if (found.is === 'known') {
    return (await linkAccount(found.resident, openid)) ? found.resident : refuse('NAME_TAKEN')
  }
  // Of the tap, so that a repeated one enters nobody twice; of the openid nothing can be read back.
  const residentId = `r-${sha256(`${openid} ${tap.tapId}`).slice(0, 24)}`
  await insertResident({
    residentId,
    name,
    household,
    relation,
    since: now,
    phone,
    accountId: openid,
  })
  return (await findResident(residentId)) ?? refuse('BUSY')
}

export const homeOf = (
  resident: Pick<ResidentDoc, '_id'>,
  { _id: householdId, communityId, region, home }: HouseholdDoc,
  relation: HomeRelation,
): AccountHome => ({ residentId: resident._id, householdId, communityId, region, home, relation })

/** The account has the home: made with it, or changed. A twin of this tap may have been first. */
async function enter(
  openid: string,
  { actor, tap }: Call,
  home: AccountHome,
  { name, phone, policyVersion }: JoinInput,
): Promise<void> {
  const more = phone && !actor?.phone ? await sealedPhone(openid, actor, phone) : undefined
  const introduced = { name, policyVersion }
  const done = actor
    ? await enterHome(actor, home, introduced, tap, more)
    : await openAccount(
        openid,
        introduced,
        { homes: [home], ...currentHome(home), ...more?.change },
        tap,
      )
  if (!done) return refuse('BUSY')
}
