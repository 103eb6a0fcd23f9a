import type { BookingDoc, ServiceDoc } from '../../cloudfunctions/booking/booking.docs'
import type { Account } from '../../cloudfunctions/shared/actor'
import { MONDAY_9, type TestCloud } from '../support/cloud.ts'
import { addDocs, allOf, changeDoc } from '../support/database.ts'

/** As many as a screen shows of a list at first. */
export const ROWS = 20

/** Makes the lists of the elder of the demo 20 long: services of her community, and visits that are over. */
export async function fillLists(cloud: TestCloud): Promise<void> {
  const services = (await allOf<ServiceDoc>(cloud, 'services')).filter(
    ({ communityId }) => communityId === 'chunxiao',
  )
  await add(
    cloud,
    'services',
    copies(ROWS - services.length, services, (service, n) => ({
      ...service,
      _id: `${service._id}-${n}`,
      listKey: `${service.listKey}-${n}`,
    })),
  )
  const visits = await pastVisits(cloud)
  await add(
    cloud,
    'bookings',
    copies(ROWS - visits.length, visits, (visit, n) => ({
      ...visit,
      _id: `${visit._id}-${n}`,
      listKey: `${visit.listKey}-${n}`,
    })),
  )
}

export const repriceService = (cloud: TestCloud, priceFen: number) =>
  changeDoc(cloud, 'services', 'chunxiao-massage', { priceFen })

/** Renames a visit that only history still knows: the latest stand in the diary too. */
export async function renameVisit(cloud: TestCloud, serviceName: string): Promise<void> {
  const visits = (await pastVisits(cloud)).sort((a, b) => b.startsAt - a.startsAt)
  await changeDoc(cloud, 'bookings', visits[ROWS / 2]!._id, { serviceName })
}

/** What the elder of the demo has behind her. */
async function pastVisits(cloud: TestCloud): Promise<BookingDoc[]> {
  const accounts = await allOf<Account>(cloud, 'accounts')
  const elder = accounts.find(({ _id }) => _id === 'demo-elder')!
  const visits = await allOf<BookingDoc>(cloud, 'bookings')
  return visits.filter(
    ({ residentId, endsAt }) => residentId === elder.residentId && endsAt < MONDAY_9,
  )
}

/** The demo may have as many by itself. */
const add = async (cloud: TestCloud, name: string, docs: object[]) => {
  if (docs.length > 0) await addDocs(cloud, name, docs)
}

const copies = <Doc>(
  count: number,
  of: readonly Doc[],
  change: (doc: Doc, n: number) => Doc,
): Doc[] => Array.from({ length: Math.max(0, count) }, (_, n) => change(of[n % of.length]!, n + 1))
