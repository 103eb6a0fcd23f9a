export const demo = {
  params: {
    serviceId: 'chunxiao-health-check',
    slotId: 'chunxiao-health-check-20261124-0930',
    day: '2026-11-24',
  },
}
