export const demo = { params: { day: '2026-11-23' } }
