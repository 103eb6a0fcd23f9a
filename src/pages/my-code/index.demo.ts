export const demo = {
  before: [
    {
      op: 'booking.reserve',
      input: {
        slotId: 'chunxiao-escort_home_1795563000000',
        useSubsidy: true,
        answers: { hospital: '医大一院，眼科' },
      },
    },
  ],
}
