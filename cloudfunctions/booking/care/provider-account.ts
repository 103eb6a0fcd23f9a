import { bookingCare } from '../../../types/contract/booking-care'
import { handle } from '../../shared/serve'
import { dayOf } from '../../shared/time'
import { readMonth } from './account.query'
import { CARE_TEXT } from './care.text'
import { sumOf, sumsBy, sumsByGrade } from './account.rules'

export const providerAccount = handle(
  bookingCare.providerAccount,
  async ({ actor, post, now }, { providerId, month = dayOf(now).slice(0, 7) }) => {
    const read = await readMonth({ actor, post, now, providerId, month })
    const { providers, provider, visits } = read
    const names = await read.names?.()
    return {
      providers: providers.map(({ _id, name }) => ({ providerId: _id, name })),
      ...(provider ? { providerId: provider._id } : {}),
      month,
      total: sumOf(visits),
      byGrade: sumsByGrade(visits),
      byService: sumsBy(visits, ({ serviceName }) => serviceName).map(({ key, line }) => ({
        serviceName: key,
        ...line,
      })),
      ...(names
        ? {
            byPerson: sumsBy(visits, ({ residentId }) => residentId).map(({ key, line }) => ({
              name: names.get(key) ?? CARE_TEXT.nobody,
              ...line,
            })),
          }
        : {}),
      open: visits.filter(({ pay }) => pay === 'open').length,
    }
  },
)
