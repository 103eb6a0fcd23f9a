export const demo = { params: { scene: 'dWE63K4NM' } }
