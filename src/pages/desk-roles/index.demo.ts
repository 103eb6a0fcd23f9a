/** With an invitation that nobody has used yet. */
export const demo = {
  before: [
    {
      op: 'account.invite',
      input: { role: 'volunteer', region: 'heping/nanhu/chunxiao', days: 7 },
    },
  ],
  opened: {
    'an invitation': ['邀请一位'],
    'its picture': ['志愿者，春晓社区'],
    'before it is taken back': ['志愿者，春晓社区', '撤回这个邀请'],
    'before a role is taken back': ['收回'],
  },
}
