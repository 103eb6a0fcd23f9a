export const demo = { params: { id: 'demo-chongyang', region: 'heping/nanhu/chunxiao' } }
