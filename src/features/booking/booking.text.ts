import type { Contract } from '../../../types/contract'
import type { HelperRelation } from '../../../types/contract/people'
import type { Booked, Service, ServiceCategory, Slot } from '../../../types/contract/booking'

type Described = Contract['booking.viewService']['output']['service']

/** Every word of booking's screens. Short, plain, and always with what to do next. */
export const BOOKING_TEXT = {
  category: {
    health: '健康服务',
    care: '上门照护',
    home: '家里帮忙',
    activity: '活动课程',
  } satisfies Record<ServiceCategory, string>,

  home: {
    ahead: '接下来',
    nothingAhead: '最近没有预约',
    nothingAheadSay: '体检、理发、陪诊，都可以在这里约。',
    month: (month: number) => `${month}月`,
    mine: '我的预约',
    theirs: '看预约',
    entries: '要办什么？',
    spokenAhead: (visits: readonly string[]) => `接下来：${visits.join('；')}`,
    spokenOffered: (kinds: readonly string[]) => `可以约：${kinds.join('、')}`,
    offered: '可以约的服务',
    all: '全部服务',
    more: (count: number) => `还有 ${count} 个预约`,
  },

  steps: { label: '预约分三步', names: ['日期', '时间', '核对'] },

  services: {
    kind: '看哪一类',
    everything: '全部',
    spoken: (services: readonly Service[]) =>
      services.map(({ name, summary }) => `${name}，${summary}`).join('。'),
    title: '社区服务',
    empty: '还没有可以约的服务',
    emptySay: '社区正在准备。过两天再来看看，或打电话问社区服务站。',
    home: '回首页',
  },

  service: {
    title: '选日期和时间',
    aboutTitle: '服务介绍',
    bring: '请带上、请注意',
    pickDay: '选哪一天',
    pickTime: '选几点',
    morning: '上午',
    afternoon: '下午',
    minutes: (minutes: number) => `约${minutes}分钟`,
    noSlots: '这几天没有可约的时间',
    noSlotsSay: '过两天再来看看，或先看看别的服务。',
    otherServices: '看别的服务',
    pick: '选日期和时间',
    noTimes: '这一天没有可约的时间',
    noTimesSay: '请换一天看看。',
    otherDay: '换一天',
    spoken: (service: Described, price: string) =>
      [
        service.name,
        service.about,
        `地点：${service.place}`,
        `费用：${price}`,
        ...service.bring,
      ].join('。'),
    dayOpen: '有空',
    dayFull: '约满',
    dayNone: '没有',
    dayFullSay: '这一天约满了。请选别的日期。',
  },

  slot: {
    left: (left: number) => `剩 ${left} 位`,
    mine: '您已约',
    word: {
      full: '约满',
      closed: '停约',
      past: '已过',
      late: '截止',
      early: '未开放',
    } satisfies Record<Exclude<Slot['state'], 'open'>, string>,
  },

  confirm: {
    title: '确认预约',
    check: '请核对一下',
    when: '时间',
    where: '地点',
    who: '谁去',
    price: '费用',
    self: (name: string | undefined) => (name ? `${name}（本人）` : '本人'),
    other: (name: string) => `${name}（您代办）`,
    forWhom: '给谁约？',
    myself: '自己',
    forSomebody: (name: string) => `给${name}预约`,
    note: '有什么要提前说的？',
    noteOpen: '要提前说些什么？点这里',
    spoken: (parts: readonly string[]) => `请核对：${parts.join('。')}。对的话，请按“确认预约”。`,
    noteHint: '可以不填。点一下就选上。',
    noteChoices: ['需要轮椅', '听力不好', '有家人陪同', '第一次来'],
    noteTyped: '其他要说的，写在这里',
    noteCount: (used: number, limit: number) => `${used}/${limit} 字`,
    noteOver: (over: number) => `多了 ${over} 个字，请删短一些`,
    noteFull: '写的字多，有的选项放不下了。把字删短一些，就能再选。',
    noteJoin: '；',
    submit: '确认预约',
    submitFor: (name: string) => `确认给 ${name} 预约`,
    submitting: '正在预约…',
    gone: '这个时间已经撤下',
    goneSay: '请返回，换一个时间。',
    pickOther: '换个时间',
  },

  /** Stands in place of the note until the policy is agreed to. */
  consent: {
    title: '想写备注？请先同意隐私保护指引',
    say: '备注会记下来，给接待您的人看。不写备注，现在就可以预约。',
    agree: '同意，写备注',
    mustTitle: '这项服务要先问您几个问题',
    mustSay: '回答会记下来，给上门或接待您的人看。请先同意隐私保护指引，再回答。',
    mustAgree: '同意，去回答',
    agreeing: '正在记下…',
    read: '先看看指引',
  },

  done: {
    title: '约好了',
    titleFor: (name: string) => `给 ${name} 约好了`,
    say: '到时请按时来。有事来不了，请提前取消，把位子让给邻居。',
    mine: '看我的预约',
    theirs: (name: string) => `看 ${name} 的预约`,
    home: '回首页',
  },

  mine: {
    title: '我的预约',
    titleFor: (name: string) => `${name}的预约`,
    count: (count: number) => `有 ${count} 个要去`,
    entrySay: '看看约了什么，也能取消',
    spoken: (lines: readonly string[]) => `要去的有 ${lines.length} 个。${lines.join('。')}`,
    ahead: '要去的',
    others: '以前的',
    empty: '还没有预约',
    emptySay: '看看社区有什么服务，选一个时间就能约。',
    pick: '去看看服务',
    cancel: '取消预约',
    more: '看更早的',
    yourAnswer: (ask: string, answer: string) => `${ask}：${answer}`,
    yourNote: (note: string) => `您说的：${note}`,
    whoBooked: '谁约的',
    bookedBy: (who: string) => `${who}代约`,
    cancelledBy: (who: string) => `${who}代为取消`,
    desk: '社区服务站',
    family: '家人',
    helper: {
      son: '儿子',
      daughter: '女儿',
      spouse: '爱人',
      parent: '父母',
      grandchild: '孙辈',
      relative: '亲戚',
      neighbour: '邻居',
      other: '家人',
    } satisfies Record<HelperRelation, string>,
    state: {
      pending: '正在确认',
      booked: '已约好',
      done: '已结束',
      absent: '没有来',
      cancelled: '已取消',
    } satisfies Record<Booked['state'], string>,
  },

  cancel: {
    title: '确定取消吗？',
    say: '取消后，位子会让给邻居。想再去，要重新约。',
    stay: '不取消',
    act: '确定取消',
    acting: '正在取消…',
    done: '已经取消了',
  },
}
