import type { Mark } from '../../../../types/contract/booking-visits'

/** Words of the day at the desk: who comes, what became of it, and a week in figures. */
export const DAY_TEXT = {
  title: '今日预约',
  entry: '今日预约',
  entrySay: '谁来办什么，签到、改期、打印名单',

  before: '前一天',
  after: '后一天',
  today: '回到今天',
  toWeek: '看这一周',
  sum: (booked: number, came: number, absent: number) =>
    [`${booked}人约了`, came > 0 && `${came}人到了`, absent > 0 && `${absent}人没来`]
      .filter(Boolean)
      .join('，'),
  head: { more: { today: '回到今天', week: '看一周', narrow: '筛选', file: '下载' } },
  narrowed: (what: string) => `只看${what}`,
  provider: '哪个单位',
  allProviders: '全部单位',
  service: '哪项服务',
  allServices: '全部服务',
  over: (count: number) => `已经过去的 ${count} 个时段`,
  more: '看后面的时段',
  back: '回到名单',
  empty: '这一天没有服务',
  emptySay: '换一天看看，或看这一周。',
  choose: '选一个人',
  chooseSay: '签到、记没来、改时间、取消，都在这里。',

  glance: {
    taken: (taken: number, capacity: number) => `约了 ${taken}/${capacity}`,
    left: (left: number) => `剩 ${left} 位`,
    full: '约满',
    waiting: (waiting: number) => `${waiting} 人在等`,
    closed: '停约',
    nobody: '还没有人约',
    add: '给人约这个时间',
    walkIn: '有人到场，补进来',
  },

  mark: { came: '到了', done: '已完成', absent: '没来' } satisfies Record<Mark, string>,
  ahead: '没到',
  atHome: '上门',
  cancelled: '已取消',

  file: {
    title: '下载、打印名单',
    say: '表里有姓名和备注，用完收好。',
    name: (day: string, as: 'xlsx' | 'csv') => `预约名单-${day}.${as}`,
    xlsx: '下载表格（XLSX）',
    csv: '下载文本（CSV）',
    downloading: '正在做表格…',
    opening: '正在打开…',
    failed: '表格没有打开，请再点一次。',
  },

  week: {
    title: '一周预约',
    before: '前一周',
    after: '后一周',
    this: '这一周',
    span: (from: string, to: string) => `${from}到${to}`,
    open: '看名单',
    opened: (day: string) => `看${day}的名单`,
    figures: { booked: '约了', came: '到了', absent: '没来', waiting: '在等' },
    bar: (taken: number, capacity: number) => `${taken}/${capacity}`,
    more: (came: number, absent: number, waiting: number) =>
      [came > 0 && `到${came}`, absent > 0 && `没来${absent}`, waiting > 0 && `在等${waiting}`]
        .filter(Boolean)
        .join('，'),
    sum: (taken: number, capacity: number) => `约了 ${taken}/${capacity}`,
    none: '没有服务',
    empty: '这一周没有服务',
    emptySay: '换一周看看。',
  },
}
