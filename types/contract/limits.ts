/** Limits that both sides keep. Sizes are in characters unless the name says otherwise. */
export const LIMITS = {
  /** The largest event a function reads (DESIGN.md section 2). */
  eventBytes: 256 * 1024,
  /** The note a resident adds to a booking. */
  bookingNoteChars: 200,
  /** The longest span one `booking.listSlots` may ask for. */
  slotRangeDays: 62,
  /** Slots in one page of a list. */
  slotPage: 200,
  /** Services in one page of a list. */
  servicePage: 100,
  /** Entries in one page of the directory. */
  directoryPage: 100,
  /** Past bookings in one page of "my bookings". */
  bookingPage: 20,
  /** Slots whose bookings stand on one page of the desk's day. */
  deskPage: 100,
  /** Bookings one resident may have ahead at the same time. */
  liveBookings: 50,
} as const
