export const demo = {
  params: {
    serviceId: 'chunxiao-health-check',
    slotId: 'chunxiao-health-check_clinic1_1795483800000',
    day: '2026-11-24',
  },
}
