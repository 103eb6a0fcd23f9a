/** The booking that the call before has made. */
const bookingOf = (answers: readonly unknown[]) => (answers[0] as { bookingId: string }).bookingId

export const demo = {
  before: [
    {
      op: 'booking.reserve',
      input: {
        slotId: 'chunxiao-escort_home_1796081400000',
        answers: { hospital: '市一院心内科' },
      },
    },
  ],
  params: { bookingId: bookingOf, serviceId: 'chunxiao-escort' },
}
