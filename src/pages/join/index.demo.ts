export const demo = { params: { code: '' }, person: 'demo-newcomer' }
