import { booking } from '../../../types/contract/booking'
import type { Subject } from '../../shared/actor'
import { findDiary } from '../../shared/diary'
import { refuse } from '../../shared/errors'
import { fingerprint } from '../../shared/ids'
import { countLookup } from '../../shared/lookups'
import { findByPhoneEnd } from '../../shared/people-by-phone-end'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { together } from '../../shared/together'
import { traced } from '../../shared/trace'
import { findSlots } from '../booking.store'
import { providersOf } from '../providers.query'
import { takePlaces } from '../take'
import { holdToProvider } from './loading'

const OP = 'booking.addVisit'

/**
 * A place in a service of the caller's for somebody who calls or stands there, known by their name and the end of their
 * number. Looking and booking are one act, so that nobody is looked for who is not booked: what it answers are the words
 * that came in, and a refusal tells nothing of the person before name and number are theirs. The try is counted beside
 * the reading, and before anything that was read is used.
 */
export const addVisit = handle(booking.addVisit, async (call, input) => {
  const { actor, post, openid, tap } = call
  const { slotId, name, phoneEnd, note, answers, useSubsidy } = input
  const communityId = communityOf(post)
  const [slots, allowed, person] = await together([
    findSlots([slotId]),
    providersOf(communityId, actor, post),
    findByPhoneEnd(communityId, { name, phoneEnd }),
    countLookup(openid, actor, tap),
  ])
  const [slot] = slots
  if (slot?.communityId !== communityId) return refuse('NOT_FOUND')
  holdToProvider(allowed, slot.providerId)
  if (!person) return refuse('CALLER_UNKNOWN')
  const { region, home } = person
  const subject: Subject = {
    ...{ residentId: person._id, communityId, region, name: person.name, record: person },
    ...(home === undefined ? {} : { home }),
  }
  // serve wrote that somebody was looked for; this says of whom, who reads it.
  const found = { ...tap, of: fingerprint(OP, [tap.of, subject.residentId]) }
  const fact = { declared: booking.addVisit, op: OP, input, actor, post, by: undefined }
  const by = { kind: 'provider', ref: actor.ref } as const
  const diary = findDiary(subject.residentId)
  const taking = { subject, by, slotIds: [slotId], known: { slots, diary } }
  const [[ended]] = await together([
    traced({ ...fact, subject, tap: found }, () =>
      takePlaces(call, { ...taking, note, answers, useSubsidy }),
    ),
    diary,
  ])
  if (!ended || 'code' in ended) return refuse(ended?.code ?? 'NOT_FOUND')
  const { bookingId, startsAt, endsAt, priceFen } = ended.booked
  return { bookingId, slotId, name, startsAt, endsAt, priceFen }
})
