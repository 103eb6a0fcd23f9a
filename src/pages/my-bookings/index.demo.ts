export const demo = {
  before: [
    {
      op: 'booking.reserve',
      input: { slotId: 'chunxiao-health-check_clinic1_1795656600000', note: '听力不好' },
    },
    { op: 'booking.joinWaitlist', input: { slotId: 'chunxiao-massage_clinic2_1795593600000' } },
  ],
  opened: { 'asking before it is cancelled': ['取消预约'] },
}
