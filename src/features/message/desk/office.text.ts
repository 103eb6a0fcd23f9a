import type { PersonToCall } from '../../../../types/contract/message'

type CallResult = NonNullable<PersonToCall['call']>['result']

/** Words of what residents ask the office, and of the calls it makes. */
export const OFFICE_TEXT = {
  entry: '居民问社区',
  entrySay: '只给社区看的提问，要按时回复',
  title: '居民问社区',
  states: { waiting: '等回复', held: '等审核', answered: '已回复' },
  statesLabel: '看哪些提问',
  empty: { waiting: '没有等回复的提问', held: '没有等审核的提问', answered: '还没有回复过' },
  emptySay: '居民在“问社区”里写的，会在这里列出来。',
  more: '看后面的提问',
  back: '回到列表',
  choose: '选一条提问',
  chooseSay: '点左边的提问，在这里回复。只有提问的人能看到。',

  overdue: '过期了',
  dueToday: '今天要回',
  due: (when: string) => `${when}前回复`,
  facts: { who: '谁问的', home: '住在', asked: '什么时候', due: '要在', by: '谁写的' },
  by: { helper: '家人代写', desk: '社区代写' },

  held: '微信没能判断这段话能不能发，请您看一看。放行以后才能回复。',
  allow: '放行',
  allowing: '正在放行…',
  refuse: '不通过',
  refusing: '正在办…',
  answer: '回复',
  answerHint: '直接回答，写清楚怎么办、找谁',
  missing: '请写回复。',
  onlyThem: '只有提问的人能看到回复。',
  send: '回复',
  sending: '正在回复…',
  change: '改回复',
  former: (by: string, when: string) => `${by}在${when}回复过`,
  done: {
    answered: '已经回复，提问的人会收到消息。',
    waiting: '已经放行，可以回复了。',
    refused: '没有通过，提问的人会收到消息。',
  },

  calls: {
    title: '消息没送到的人',
    say: '这些消息要紧，手机上没送到，请打电话或上门告诉。',
    empty: '现在没有消息没送到的人。',
    since: (when: string) => `${when}起没送到`,
    person: '看这位居民',
    record: '记下结果',
    result: {
      told: '电话里告诉了',
      visited: '上门告诉了',
      noAnswer: '没人接',
      wrongNumber: '号码不对',
      refused: '不愿意听',
    } satisfies Record<CallResult, string>,
    note: '要补充的（不用写就空着）',
    noteHint: '比如：晚上再打',
    missing: '请先选是什么结果。',
    save: '记下',
    saving: '正在记…',
    saved: (name: string) => `${name}的结果记下了。`,
    stay: '先不记',
    more: '看后面的人',
  },
}
