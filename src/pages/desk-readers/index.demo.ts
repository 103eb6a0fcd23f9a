export const demo = {
  params: {
    id: 'demo-chongyang',
    region: 'heping/nanhu/chunxiao',
    which: 'chose',
    choice: '参加',
  },
  opened: { 'one person': ['王秀兰'] },
}
