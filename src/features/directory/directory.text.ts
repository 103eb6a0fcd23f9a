import type { EntryKind } from '../../../types/contract/directory'

/** Words of the telephone directory, its entries, and of a code read at a counter. */
export const DIRECTORY_TEXT = {
  title: '电话与地址',
  cardSay: '急救、社区、物业、医院',
  empty: '还没有电话',
  emptySay: '请过一会儿再看。急病打120，火警打119，报警打110。',
  home: '回首页',

  kind: {
    emergency: '紧急电话',
    office: '办事',
    property: '物业',
    hospital: '看病',
    police: '派出所',
    hotline: '热线',
    other: '其他',
  } satisfies Record<EntryKind, string>,

  call: '打电话',
  callNumber: (number: string) => `打${number}`,
  callLabel: (name: string, number: string, label?: string) =>
    `给${name}${label ?? ''}打电话，${number}`,

  open: {
    always: '24小时都有人',
    until: (time: string) => `开着，到${time}`,
    opens: (day: string, time: string) => `现在没开，${day}${time}开`,
    closed: '现在没开',
  },

  entry: {
    title: '电话与地址',
    phones: '电话',
    hours: '什么时候开',
    rest: '休息',
    everyDay: '每天',
    to: '至',
    today: '（今天）',
    and: '，',
    address: '地址',
    map: '看地图',
    copy: '复制地址',
    copied: '地址复制好了',
    copyFailed: '没有复制成功。请照着上面的地址找。',
    about: '能办什么',
    bring: '要带什么',
    all: '看全部电话',
  },

  code: {
    title: '这个码用不了',
    again: '扫别的码',
  },
}
