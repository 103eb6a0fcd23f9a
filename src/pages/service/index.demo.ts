export const demo = { params: { serviceId: 'chunxiao-health-check' } }
