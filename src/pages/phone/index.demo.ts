/** Someone whose number nobody knows yet: the elder's is verified. */
export const demo = { person: 'demo-resident' }
