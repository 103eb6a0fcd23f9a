export const demo = {
  params: { id: 'demo-water', region: 'heping/nanhu/chunxiao', which: 'undone' },
  opened: { 'one person': ['谢志强'] },
}
