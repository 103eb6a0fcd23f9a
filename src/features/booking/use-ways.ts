import { useKnown } from '../../cloud/use-query'
import { callPhone } from '../../lib/phone-call'
import { goHome, openDirectory, openMyBookings, openPrivacy, openServices } from '../../lib/routes'
import type { WayOut } from './booking.refusal.text'

/** The ways out of a refusal that lead to another screen, or to a person. */
export function useWays(): Partial<Record<WayOut, () => void>> {
  const office = useKnown('home.view', {}, { as: 'me' })?.me.office?.phone
  return {
    mine: () => void openMyBookings(),
    office: () => (office ? callPhone(office) : void openDirectory()),
    services: () => void openServices(),
    consent: () => void openPrivacy(),
    home: () => void goHome(),
  }
}
