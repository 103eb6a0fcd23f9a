import * as v from 'valibot'
import { residents } from './access'
import { booked } from './booking-shapes'
import { need } from './booking-terms'
import { id } from './fields'
import { operation } from './operation'

/** One booking, for whoever it is of. */
export const bookingMine = {
  /**
   * All that is known of one booking. Of one whose time was changed, the booking that took its place is shown: an old
   * address leads to it.
   */
  viewBooking: operation({
    kind: 'query',
    access: residents({ dependents: true }),
    input: v.object({ bookingId: id }),
    output: v.object({
      booked,
      /** What the person is called whose booking it is. */
      name: v.string(),
      /** What the service says of itself now; absent where it is not offered any more. */
      service: v.optional(
        v.object({
          need,
          bring: v.array(v.string()),
          prepare: v.array(v.string()),
          /** Whom to ask. */
          phone: v.optional(v.string()),
        }),
      ),
      canCancel: v.boolean(),
      /** It may be taken to another time of its service. */
      canChange: v.boolean(),
      /** Why not, where it has not begun yet, and what to do. */
      cannot: v.optional(v.object({ code: v.string(), say: v.string() })),
    }),
    errors: ['NOT_FOUND'],
  }),
}
