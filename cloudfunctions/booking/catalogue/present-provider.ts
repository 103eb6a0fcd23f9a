import type { Provider } from '../../../types/contract/booking-catalogue'
import type { ProviderDoc } from '../booking.docs'

/** A provider for staff; whoever no longer holds the role is not named, and has no power by it either. */
export function presentProvider(
  { _id, version, name, phone, members }: ProviderDoc,
  names: ReadonlyMap<string, string>,
): Provider {
  return {
    providerId: _id,
    version,
    name,
    ...(phone === undefined ? {} : { phone }),
    members: members.flatMap((ref) => {
      const called = names.get(ref)
      return called === undefined ? [] : [{ ref, name: called }]
    }),
  }
}
