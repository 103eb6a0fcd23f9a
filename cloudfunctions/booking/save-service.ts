import { booking } from '../../types/contract/booking'
import type { ServicePlan } from '../../types/contract/booking-catalogue'
import { CATEGORY_OF } from '../../types/contract/booking-terms'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { listKeyOf } from '../shared/list-key.rules'
import { type CommandCall, handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { tapSeen } from '../shared/taps'
import { together } from '../shared/together'
import type { ProviderDoc, ServiceDoc } from './booking.docs'
import { type Attached, attachPictures } from './catalogue/attach-pictures'
import {
  changeService,
  insertService,
  loadProvider,
  loadService,
  orGone,
  soonestSlots,
} from './catalogue/catalogue.store'
import { keeps, keptBy } from './catalogue/keeper'
import { placeIdOf } from './catalogue/place-id'
import { presentOffered } from './catalogue/present-offered'
import { AT_ONCE, pauseSlots } from './times/times.store'

type Call = CommandCall<'role'>

/**
 * A service's id comes from the tap that makes it. What its times copy of it follows by the ticker (`behind`); only
 * pausing closes them at once.
 */
export const saveService = handle(
  booking.saveService,
  async (call, { serviceId, version, plan }) => {
    const communityId = communityOf(call.post)
    const id =
      serviceId ?? `s-${sha256(JSON.stringify([call.openid, call.tap.tapId])).slice(0, 16)}`
    const [before, provider, kept, soon] = await together([
      loadService(id),
      loadProvider(plan.providerId),
      keptBy(call),
      serviceId !== undefined && plan.state === 'paused'
        ? soonestSlots({ communityId, _id: serviceId }, call.now, AT_ONCE)
        : Promise.resolve([]),
    ])
    if (serviceId !== undefined && before?.communityId !== communityId) return refuse('NOT_FOUND')
    if (before && !keeps(kept, before.providerId)) return refuse('NOT_YOUR_SERVICE')
    if (before) {
      const seen = tapSeen(before.taps, call.tap)
      if (seen === 'reused') return refuse('TAP_REUSED')
      if (seen === 'same') return presentOffered(before)
    }
    if (provider?.communityId !== communityId)
      return refuse('BAD_INPUT', { 'plan.providerId': FIELD_TEXT.chooseProvider })
    if (!keeps(kept, provider._id)) return refuse('NOT_YOUR_SERVICE')
    if (!before) return begin(call, id, plan, provider)
    return change(call, before, { version: version ?? 0, plan, provider, soon })
  },
)

async function begin(call: Call, _id: string, plan: ServicePlan, provider: ProviderDoc) {
  const { openid, post, now, tap } = call
  const attaching = { openid, serviceId: _id, now, before: [] }
  const attached = await attachPictures(plan.pictures, attaching)
  const { subsidisedFen, phone } = plan
  const doc: ServiceDoc = {
    _id,
    communityId: communityOf(post),
    region: post.region,
    ...fieldsOf(plan, provider, _id),
    ...(subsidisedFen === undefined ? {} : { subsidisedFen }),
    ...(phone === undefined ? {} : { phone }),
    where: plan.where,
    placeId: plan.where === 'home' ? 'home' : placeIdOf(plan.place),
    pictures: attached.pictures,
    ...marksOf(attached),
    version: 1,
    behind: now,
    taps: [tap],
  }
  if ((await insertService(doc)) === 'inserted') return presentOffered(doc)
  return afterAll(_id, call)
}

interface Changing {
  version: number
  plan: ServicePlan
  provider: ProviderDoc
  /** Where it is to be paused: the slots that are closed at once. */
  soon: readonly string[]
}

async function change(call: Call, before: ServiceDoc, { version, plan, provider, soon }: Changing) {
  const { openid, now, tap } = call
  if (before.version !== version) return refuse('CHANGED')
  if (before.where !== plan.where)
    return refuse('BAD_INPUT', { 'plan.where': FIELD_TEXT.whereStays })
  const attaching = { openid, serviceId: before._id, now, before: before.pictures }
  const attached = await attachPictures(plan.pictures, attaching)
  // What an earlier change left to the ticker stays with it.
  const keeping = [...(before.keeping ?? []), ...attached.keeping]
  const dropping = [...(before.dropping ?? []), ...attached.dropping]
  const fields = {
    ...fieldsOf(plan, provider, before._id),
    pictures: attached.pictures,
    ...marksOf({ keeping, dropping }),
  }
  const changed = await changeService(
    before,
    {
      ...fields,
      subsidisedFen: orGone(plan.subsidisedFen),
      phone: orGone(plan.phone),
      behind: now,
    },
    tap,
  )
  if (!changed) return afterAll(before._id, call)
  if (plan.state === 'paused' && before.state !== 'paused') {
    await pauseSlots(soon, version + 1)
  }
  const { subsidisedFen: _s, phone: _p, ...rest } = before
  return presentOffered({
    ...rest,
    ...fields,
    ...(plan.subsidisedFen === undefined ? {} : { subsidisedFen: plan.subsidisedFen }),
    ...(plan.phone === undefined ? {} : { phone: plan.phone }),
    version: version + 1,
  })
}

/** Somebody came between: this very tap, sent twice, or another. */
async function afterAll(id: string, { tap }: Call) {
  const latest = await loadService(id)
  const seen = latest ? tapSeen(latest.taps, tap) : 'new'
  if (seen === 'reused') return refuse('TAP_REUSED')
  return latest && seen === 'same' ? presentOffered(latest) : refuse('CHANGED')
}

function fieldsOf(plan: ServicePlan, { _id, name: providerName }: ProviderDoc, serviceId: string) {
  const { name, need, summary, about, bring, prepare, place, priceFen, minutes } = plan
  const { terms, state, order } = plan
  return {
    ...{ name, need, summary, about, bring, prepare, place, priceFen, minutes, terms, state },
    category: CATEGORY_OF[need],
    providerId: _id,
    providerName,
    listKey: listKeyOf(order, serviceId),
  }
}

const marksOf = ({ keeping, dropping }: Pick<Attached, 'keeping' | 'dropping'>) => ({
  ...(keeping.length > 0 ? { keeping } : {}),
  ...(dropping.length > 0 ? { dropping } : {}),
})
