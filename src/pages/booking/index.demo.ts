/** The booking that the call before has made. */
const bookingOf = (answers: readonly unknown[]) => (answers[0] as { bookingId: string }).bookingId

export const demo = {
  before: [
    {
      op: 'booking.reserve',
      input: {
        slotId: 'chunxiao-bathing_home_1795759200000',
        answers: { walks: '要人扶' },
        note: '听力不好',
      },
    },
  ],
  params: { bookingId: bookingOf },
  opened: { 'asking before it is cancelled': ['取消预约'] },
}
