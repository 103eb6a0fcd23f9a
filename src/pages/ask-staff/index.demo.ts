/** Something that was asked before. */
export const demo = {
  before: [{ op: 'message.askStaff', input: { text: '老人证到哪里办？要带什么？' } }],
}
