import { ROLE_TEXT } from '../../lib/role.text'

interface VisitSoon {
  whose: string
  at: string
  serviceName: string
  place: string
  where: 'place' | 'home'
  bring: readonly string[]
  prepare: readonly string[]
}

interface VisitMade {
  by: 'desk' | 'provider'
  whose: string
  at: string
  serviceName: string
  place: string
  where: 'place' | 'home'
}

/** What residents read in their inbox. */
export const MESSAGE_TEXT = {
  title: '消息',
  unreadMark: '未读',
  markAll: '全部标为已读',
  marking: '正在标记…',
  empty: '还没有消息',
  emptySay: '预约、申请有了结果，会在这里告诉您。',
  joinFirst: '加入社区以后，预约和申请的结果会在这里告诉您。',
  home: '回首页',
  askStaff: {
    title: '问社区',
    say: '只有社区看得到，会给您回复',
    entrySay: '有事想问、想说，写给社区',
    label: '想问什么',
    hint: '例如：老人证到哪里办？',
    privacy: '只有社区工作人员看得到。着急的事，请直接打电话。',
    deadline: '交上以后，会告诉您最晚哪天回复。',
    send: '交给社区',
    sending: '正在交给社区…',
    calls: '看社区电话',
    sentChecking: (due: string) => `收到了。文字检查通过后，社区最晚在${due}前回复。`,
    sentWaiting: (due: string) => `收到了。社区最晚在${due}前回复您。`,
    mine: '我问过的',
    none: '还没有问过。',
    answer: '社区回复',
    state: {
      checking: '正在检查文字',
      waiting: '等社区回复',
      answered: '已回复',
      refused: '没有通过检查',
    },
    due: (when: string) => `最晚在${when}前回复。`,
    refusedSay: '请换个说法再问，或者打社区的电话。',
    notJoined: '先加入社区，再来提问',
    join: '加入社区',
    spoken: (text: string, answer: string) => `问：${text}。${answer}`,
  },
  cancelled: {
    movedOut: '因为已登记搬离',
    death: '因为登记有变动',
    merged: '因为和另一次预约重复',
  },
  cancelledBecause: (say: string) => `原因：${say.replace(/[。！]$/, '')}`,
  visitMade: ({ by, whose, at, serviceName, place, where }: VisitMade) =>
    `${by === 'desk' ? '社区' : '服务单位'}替${whose}约好了：${at}，${serviceName}，${where === 'home' ? '上门服务' : place}。不是${whose}要约的，可以在“我的预约”里取消。`,
  visitMoved: (whose: string, service: string, from: string, to: string, say: string) =>
    `${whose}${from}的${service}改到${to}。原因：${say.replace(/[。！]$/, '')}。不方便的话，可以再改时间或取消。`,
  visitCancelled: (whose: string, service: string, when: string, why: string) =>
    `${whose}${when}的${service}取消了，${why}。`,
  visitSoon: ({ whose, at, serviceName, place, where, bring, prepare }: VisitSoon) =>
    [
      `${whose}${at}有预约：${serviceName}，${where === 'home' ? '上门服务，请留人在家' : place}。`,
      ...(prepare.length > 0 ? [`之前请注意：${prepare.join('；')}。`] : []),
      ...(bring.length > 0 ? [`请带：${bring.join('、')}。`] : []),
    ].join(''),
  visitMissed: (whose: string, service: string, when: string, barredUntil: string | undefined) =>
    barredUntil === undefined
      ? `${whose}没有来${when}的${service}。下次来不了，请提前取消，把位子让给别人。记错了的话，请打社区的电话。`
      : `${whose}没有来${when}的${service}，已有几次约了没来，${barredUntil}以前要约这类服务，请打社区的电话。`,
  yours: '您',
  offerMade: (whose: string, service: string, when: string, until: string) =>
    `${whose}排队等的${when}的${service}有位子了，留到${until}，请尽快去约。`,
  offerLapsed: (whose: string, service: string, when: string) =>
    `给${whose}留的${when}的${service}的位子过了时间，已让给下一位。`,
  waitEnded: (whose: string, service: string, when: string) =>
    `${whose}排队等的${when}的${service}没有空出位子，不用再等了。`,
  joined: (place: string) => `社区同意了，您已加入${place}。`,
  joinRefused: (place: string) => `加入${place}的申请没有通过。原因请看首页。`,
  helps: (name: string) => `您可以替${name}办事了。`,
  helpRefused: (name: string) => `替${name}办事的申请没有通过。`,
  helperBegan: (name: string) => `${name}可以替您办事了。不对的话，请到“我的”里结束。`,
  helpEndedForHelper: (name: string) => `您不再替${name}办事。`,
  helpEndedForPerson: (name: string) => `${name}不再替您办事。`,
  roleGiven: (place: string, role: string) => `您现在是${place}的${role}。`,
  roleEnded: (place: string, role: string) => `您不再是${place}的${role}。`,
  corrected: '已更正。',
  announced: (title: string, must?: 'read' | 'confirm' | 'choose') =>
    `公告：${title}。` +
    (must === undefined
      ? ''
      : { read: '请您看一看。', confirm: '请您看后点“我知道了”。', choose: '请您看后选一项。' }[
          must
        ]),
  questionAnswered: {
    answered: (title: string) => `您在“${title}”下的提问有回复了。`,
    refused: (title: string) => `您在“${title}”下的提问没有通过审核。`,
  },
  officeAnswered: '社区回复了您的提问。',
  officeRefused: '您问社区的话没有通过审核，请换个说法再问。',
  questionAsked: (title: string) => `有居民在“${title}”下提问。`,
  officeAsked: '有居民向社区提问。',
  lookFirst: '请先审核。',
  officeDue: (when: string) => `有居民的提问要在${when}前回复。`,
  callsDue: (title: string, left: number) => `“${title}”还有${left}人没看到，请打电话或上门告诉。`,
  role: ROLE_TEXT,
} as const
