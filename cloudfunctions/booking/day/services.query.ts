import { readCollection } from '../../shared/db'
import type { ServiceDoc } from '../booking.docs'

const services = readCollection<ServiceDoc>('services')

/** Services by their ids, of whichever communities. */
export const findServices = (serviceIds: readonly string[]): Promise<ServiceDoc[]> =>
  services.findMany(serviceIds)
