export const demo = {
  before: [
    {
      op: 'booking.reserve',
      input: { slotId: 'chunxiao-health-check-20261126-0930', note: '听力不好' },
    },
  ],
  opened: { 'asking before it is cancelled': ['取消预约'] },
}
