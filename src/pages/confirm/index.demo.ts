export const demo = {
  params: {
    serviceId: 'chunxiao-bathing',
    slotId: 'chunxiao-bathing_home_1796000400000',
    day: '2026-11-30',
  },
}
