export const demo = { params: { entryId: 'chunxiao-desk' } }
