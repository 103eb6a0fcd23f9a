import * as v from 'valibot'
import { anyone } from './access'
import { me } from './account'
import { homeAnnouncement } from './announcement-reading'
import { homeBooking } from './booking-shapes'
import { homeMessage } from './message-inbox'
import { operation } from './operation'

export const home = {
  /** All that the home screen shows: who I am and where, and what each feature's card needs. */
  view: operation({
    kind: 'query',
    access: anyone({ dependents: true }),
    input: v.object({}),
    output: v.object({
      me,
      /** Absent for a newcomer. */
      booking: v.optional(homeBooking),
      announcement: homeAnnouncement,
      /** Absent for whoever has no account, and while acting for another. */
      message: v.optional(homeMessage),
    }),
    errors: [],
  }),
}
