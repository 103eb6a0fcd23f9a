/** With a question that somebody has asked. */
export const demo = {
  before: [
    {
      op: 'message.askStaff',
      person: 'demo-resident',
      input: { text: '楼下的路灯坏了，晚上看不清路，找谁修？' },
    },
  ],
  opened: { 'a question': ['楼下的路灯坏了'] },
}
