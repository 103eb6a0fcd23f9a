import { account } from '../../types/contract/account'
import type { ParsedInputOf } from '../../types/contract/operation'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { keyRing } from '../shared/keys'
import { sealFields } from '../shared/sealed-fields'
import { type CommandCall, handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { tapSeen } from '../shared/taps'
import type { HouseholdDoc, ResidentDoc } from './account.docs'
import { followRecord } from './follow-record'
import { findCommunity, openHousehold } from './places.store'
import { presentCard } from './resident.query'
import {
  changeResident,
  findResident,
  getResidentOf,
  insertResident,
  listHousehold,
  RESIDENTS,
} from './residents.store'
import { attributesAfter, homesAfter } from './resident.rules'
import { namesakes } from './roster-match.rules'

type Call = CommandCall<'role'>
type Input = ParsedInputOf<typeof account.saveResident>

/** Someone new is entered with a name and a room first, and then changed like anyone else, by the same tap. */
export const saveResident = handle(account.saveResident, async (call, input) => {
  const { post, now, tap } = call
  const household = input.room && (await householdOf(communityOf(post), input.room))
  const resident = input.residentId
    ? await getResidentOf(communityOf(post), input.residentId)
    : await enter(call, input, household)
  const seen = tapSeen(resident.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'same') return finish(resident, now)
  if (input.version !== undefined && input.version !== resident.version) return refuse('CHANGED')
  if (resident.state !== 'living') return refuse('NOT_FOUND')
  if (!(await change(call, resident, input, household))) return refuse('CHANGED')
  return finish((await findResident(resident._id)) ?? resident, now)
})

/** The person's account follows the record, also where an earlier try of this tap died before that. */
async function finish(resident: ResidentDoc, now: number) {
  if (resident.behind !== undefined) await followRecord(resident._id)
  return presentCard(resident, now)
}

async function householdOf(
  communityId: string,
  room: NonNullable<Input['room']>,
): Promise<HouseholdDoc> {
  const community = (await findCommunity(communityId)) ?? refuse('NOT_FOUND')
  return openHousehold(community, room)
}

async function enter(
  { actor, tap, now }: Call,
  { name, relation = 'family' }: Input,
  household: HouseholdDoc | undefined,
): Promise<ResidentDoc> {
  if (!name) return refuse('BAD_INPUT', { name: FIELD_TEXT.writeName })
  if (!household) return refuse('BAD_INPUT', { room: FIELD_TEXT.chooseRoom })
  // Of the tap, so that a repeated one enters nobody twice.
  const residentId = `r-${sha256(`${actor.ref} ${tap.tapId}`).slice(0, 24)}`
  const there = await findResident(residentId)
  if (there) return there
  const roster = await listHousehold(household.communityId, household._id)
  if (namesakes(roster, household._id, name).length > 0) return refuse('NAME_TAKEN')
  await insertResident({ residentId, name, household, relation, since: now })
  return (await findResident(residentId)) ?? refuse('BUSY')
}

async function change(
  { actor, tap, now }: Call,
  resident: ResidentDoc,
  input: Input,
  household: HouseholdDoc | undefined,
): Promise<boolean> {
  const { name, relation, phone, phoneVerified, birthDay, attributes } = input
  const texts = {
    ...(phone === undefined ? {} : { phone }),
    ...(birthDay === undefined ? {} : { birthDay }),
  }
  const sealed =
    Object.keys(texts).length > 0
      ? sealFields(await keyRing(), RESIDENTS, resident, texts as Record<string, string | null>)
      : undefined
  const homes = homesAfter(resident, household, relation, now)
  return changeResident(
    resident,
    { state: 'living', ...sealed?.conditions },
    {
      ...(name === undefined ? {} : { name }),
      ...homes,
      ...('homes' in homes && resident.accountId ? { behind: now } : {}),
      ...sealed?.change,
      // A new number is not verified by the old one having been.
      ...(phone === undefined && phoneVerified === undefined
        ? {}
        : { phoneVerified: phoneVerified === true }),
      ...(attributes
        ? { attributes: attributesAfter(resident.attributes, attributes, actor.ref, now) }
        : {}),
    },
    tap,
  )
}
