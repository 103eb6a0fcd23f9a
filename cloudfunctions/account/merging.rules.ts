import type { ResidentDoc } from './account.docs'

type Record = Pick<
  ResidentDoc,
  'homes' | 'home' | 'attributes' | 'rosterKey' | 'phone' | 'phoneVerified'
>

/** What the record that stays has after the other went into it: its own first, then what it lacked. */
export function merged(
  stays: Record,
  gone: Record,
): Pick<ResidentDoc, 'homes' | 'attributes' | 'phoneVerified'> &
  Partial<Pick<ResidentDoc, 'home' | 'rosterKey'>> {
  const livesAt = (householdId: string) =>
    stays.homes.some((home) => home.householdId === householdId && home.until === undefined)
  const homes = [
    ...stays.homes.map((home) => ({ ...home })),
    ...gone.homes.filter((home) => !livesAt(home.householdId)).map((home) => ({ ...home })),
  ]
  const home = stays.home ?? gone.home
  const rosterKey = stays.rosterKey ?? gone.rosterKey
  return {
    homes,
    ...(home === undefined ? {} : { home }),
    attributes: [
      ...stays.attributes,
      ...gone.attributes.filter(
        ({ name }) => !stays.attributes.some((attribute) => attribute.name === name),
      ),
    ],
    ...(rosterKey === undefined ? {} : { rosterKey }),
    phoneVerified: stays.phone ? stays.phoneVerified : gone.phoneVerified,
  }
}
