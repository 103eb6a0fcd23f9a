import * as v from 'valibot'
import { me } from './account'
import { booked, service } from './booking'
import { operation } from './operation'

export const home = {
  /** All that the home screen shows: who I am and where, and what each feature's card needs. */
  view: operation({
    kind: 'query',
    input: v.object({}),
    output: v.object({
      me,
      /** Absent for a newcomer. */
      booking: v.optional(
        v.object({
          /** The next ones, at most three. */
          ahead: v.array(booked),
          /** How many there are in all. */
          aheadCount: v.pipe(v.number(), v.integer()),
          services: v.array(service),
        }),
      ),
    }),
    errors: [],
  }),
}
