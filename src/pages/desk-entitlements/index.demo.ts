export const demo = {
  params: { residentId: 'r-demo-elder' },
  opened: {
    'a new one': ['登记补贴'],
    'being changed': ['修改'],
    'before it ends': ['停掉'],
  },
}
