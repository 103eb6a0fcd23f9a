import type { Account } from '../../shared/actor'
import { _, collection, readCollection } from '../../shared/db'
import { listKeyFrom } from '../../shared/list-key.rules'
import { type Tap, TAPS_KEPT } from '../../shared/taps'
import type { ProviderDoc, ServiceDoc, SlotDoc } from '../booking.docs'

const services = collection<ServiceDoc>('services')
const providers = collection<ProviderDoc>('providers')
const slots = readCollection<SlotDoc>('slots')
const accounts = readCollection<Account>('accounts')

export const loadService = (id: string): Promise<ServiceDoc | null> => services.find(id)
export const insertService = (doc: ServiceDoc): Promise<'inserted' | 'exists'> =>
  services.insert(doc)

export const loadProvider = (id: string): Promise<ProviderDoc | null> => providers.find(id)
export const insertProvider = (doc: ProviderDoc): Promise<'inserted' | 'exists'> =>
  providers.insert(doc)

type Changing = Record<string, unknown>

const asRead = (version: number, { tapId }: Tap) => ({ version, 'taps.tapId': _.neq(tapId) })

/** Changes a service in one update if nobody has since it was read. */
export const changeService = (
  { _id, version }: ServiceDoc,
  change: Changing,
  tap: Tap,
): Promise<boolean> =>
  services.updateOne(_id, asRead(version, tap), {
    ...change,
    version: version + 1,
    taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
  })

/** The same of a provider. */
export const changeProvider = (
  { _id, version }: ProviderDoc,
  change: Changing,
  tap: Tap,
): Promise<boolean> =>
  providers.updateOne(_id, asRead(version, tap), {
    ...change,
    version: version + 1,
    taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
  })

/** A field that a plan does not have is not there. */
export const orGone = (value: unknown): unknown => value ?? _.remove()

const SERVICES_SHOWN = 101

/** Services of a community in staff's order, paused ones too. */
export const listOfferedDocs = (communityId: string, after: string): Promise<ServiceDoc[]> =>
  services.list({
    where: { communityId, listKey: _.gt(after) },
    orderBy: [['listKey', 'asc']],
    limit: SERVICES_SHOWN,
  })

/** The first slots of a service that have not begun, by their ids. */
export async function soonestSlots(
  { communityId, _id: serviceId }: Pick<ServiceDoc, 'communityId' | '_id'>,
  now: number,
  limit: number,
): Promise<string[]> {
  const found = await slots.list({
    where: { communityId, serviceId, listKey: _.gt(listKeyFrom(now + 1)) },
    orderBy: [['listKey', 'asc']],
    limit,
    fields: ['listKey'],
  })
  return found.map(({ _id }) => _id)
}

/** Services of a provider, as far as their times copy its name. */
export const listServicesOf = (communityId: string): Promise<ServiceDoc[]> =>
  services.list({ where: { communityId }, limit: 1_000, fields: ['providerId', 'version'] })

/** A provider's name goes into its services, from where the ticker brings it to their times. */
export async function renameIn(ids: readonly string[], providerName: string, now: number) {
  if (ids.length === 0) return
  await services.updateMany(
    ids,
    { providerName: _.neq(providerName) },
    { providerName, behind: now, version: _.inc(1) },
  )
}

/** Accounts that hold roles in a region, by its path. */
export const listAccountsIn = (region: string): Promise<Account[]> =>
  accounts.list({
    where: { 'roles.region': region },
    limit: 1_000,
    fields: ['ref', 'name', 'roles'],
  })
