import type { AttributeName } from '../../../types/contract/people'

/** What a service's terms are in words. */
export const TERMS_TEXT = {
  title: '怎么约',
  who: '谁能约',
  often: '能约几次',
  when: '什么时候约',
  cancel: '取消、改时间',
  mind: '请留意',

  everybody: '本社区居民',
  ages: (from: number, to: number) => `${from}到${to}岁`,
  agesFrom: (from: number) => `满${from}岁`,
  agesTo: (to: number) => `不超过${to}岁`,
  groups: (names: readonly string[]) =>
    names.length === 1 ? `${names[0]}` : `${names.join('、')}，有一样就行`,
  group: { livesAlone: '独居', lowIncome: '低收入', disability: '残疾' } satisfies Record<
    AttributeName,
    string
  >,
  places: (names: readonly string[]) => `住在${names.join('、')}`,
  somePlaces: '住在指定的楼栋',
  building: (name: string) => `${name}号楼`,
  unit: (name: string) => `${name}单元`,
  join: '，',

  unlimited: '不限次数',
  person: '每人',
  household: '每户',
  most: {
    day: (n: number) => `每天最多${n}次`,
    week: (n: number) => `每周最多${n}次`,
    month: (n: number) => `每月最多${n}次`,
  },
  repeats: '可以一次约好几周',

  lead: (span: string) => `最晚提前${span}约`,
  leadNone: '开始以前都能约',
  ahead: (days: number) => `最早提前${days}天`,
  cancelBy: (span: string) => `最晚提前${span}`,
  cancelAny: '开始以前都可以',
  late: (minutes: number) => `迟到${minutes}分钟，位子会让给别人`,
  strikes: '约了没来满三次，30天内要请社区代约',

  days: (n: number) => `${n}天`,
  hours: (n: number) => `${n}小时`,
  minutes: (n: number) => `${n}分钟`,
}
