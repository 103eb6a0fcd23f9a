/** The tint of a booking's state; the word beside it says the same. */
export const TONE = {
  pending: 'warn',
  booked: 'accent',
  done: 'plain',
  absent: 'warn',
  cancelled: 'plain',
} as const
