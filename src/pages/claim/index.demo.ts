export const demo = { person: 'demo-newcomer' }
