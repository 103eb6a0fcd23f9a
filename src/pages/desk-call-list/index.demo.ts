export const demo = {
  params: { id: 'demo-water', region: 'heping/nanhu/chunxiao' },
  opened: { 'whom to call': ['谢志强'], 'the number': ['谢志强', '看电话号码'] },
}
