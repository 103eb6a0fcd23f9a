export const demo = { params: { serviceId: 'chunxiao-health-check', day: '2026-11-25' } }
