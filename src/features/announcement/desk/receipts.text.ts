/** Words of who has seen an announcement. */
export const RECEIPTS_TEXT = {
  title: '谁看了',
  published: (when: string) => `${when}发布`,
  making: '正在列名单',
  makingSay: '刚发布时要列出所有人，过一两分钟就好。下面的数还会变多。',
  figures: {
    people: '发给的人',
    withPhone: '用手机能收到',
    opened: '打开看了',
    left: { read: '还没看', confirm: '还没点', choose: '还没选' },
  },
  bars: {
    opened: '打开看了',
    confirmed: '点了“我知道了”',
    chosen: '选好了',
    called: '电话或上门告诉了',
  },
  of: (done: number, all: number, percent: number) => `${done}人，共${all}人（${percent}%）`,
  progress: '看得怎么样',
  choices: '选了什么',
  byOthers: (count: number) => `其中${count}人由家人或社区代办。`,
  calls: '打电话名单',
  callsFrom: (when: string) => `${when}起，没做的人列入打电话名单。`,
  callsNow: '没做的人已经列入打电话名单，年纪大的、独居的排在前面。',
  openCalls: '去打电话',
  noMust: '这条公告不要求居民做什么，所以没有打电话名单。',
}
