import type { Terms } from './booking-terms'

/** The terms of a service nobody has thought about yet. */
export const USUAL_TERMS: Terms = {
  leadMinutes: 0,
  aheadDays: 30,
  cancelMinutes: 0,
  person: {},
  household: {},
  who: {},
  questions: [],
  repeats: false,
  offerMinutes: 120,
  strikes: true,
}
