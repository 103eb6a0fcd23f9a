import type { Contract } from '../../../../types/contract'
import type { Entitled, Unit } from '../../../../types/contract/booking-care'
import type { Need } from '../../../../types/contract/booking-terms'
import { kindSaid } from './entitlement-card'
import { BOOKING_TEXT } from '../booking.text'
import { CARE_TEXT } from './care.text'

type Services = Contract['booking.residentEntitlements']['output']['services']

/** What an entitlement may be for: a need, or one service. */
export interface Choice {
  value: string
  title: string
  /** How a visit of it is counted. */
  unit?: Unit
}

const NEED = 'need.'
const SERVICE = 'service.'

export const choiceOf = ({ need, serviceId }: Pick<Entitled, 'need' | 'serviceId'>): string =>
  serviceId !== undefined ? SERVICE + serviceId : NEED + (need ?? '')

/** The needs of the services that take a subsidy, each of these services, and what is chosen now. */
export function choicesOf(services: Services, before: Entitled | undefined): Choice[] {
  const needs = [...new Set(services.map(({ need }) => need))]
  const choices: Choice[] = [
    ...needs.map((need) => {
      const unit = services.find((one) => one.need === need)?.unit
      return {
        value: choiceOf({ need }),
        title: BOOKING_TEXT.need[need],
        ...(unit ? { unit } : {}),
      }
    }),
    ...services.map(({ serviceId, name, unit }) => ({
      value: choiceOf({ serviceId }),
      title: CARE_TEXT.entitlements.only(name),
      unit,
    })),
  ]
  if (!before || choices.some(({ value }) => value === choiceOf(before))) return choices
  return [{ value: choiceOf(before), title: kindSaid(before) }, ...choices]
}

/** The fields of a choice, as the cloud takes them. */
export function fieldsOf(choice: string): { need?: Need; serviceId?: string } {
  if (choice.startsWith(SERVICE)) return { serviceId: choice.slice(SERVICE.length) }
  const need = choice.slice(NEED.length)
  return need === '' ? {} : { need: need as Need }
}
