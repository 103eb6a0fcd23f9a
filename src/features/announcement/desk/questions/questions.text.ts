/** Words of answering what residents ask below announcements. */
export const QUESTIONS_TEXT = {
  title: '公告下的提问',
  states: { waiting: '等回复', held: '等审核', answered: '已回复' },
  statesLabel: '看哪些提问',
  empty: { waiting: '没有等回复的提问', held: '没有等审核的提问', answered: '还没有回复过' },
  emptySay: '居民在公告下提问，会在这里列出来。',
  more: '看后面的提问',
  back: '回到列表',
  choose: '选一条提问',
  chooseSay: '点左边的提问，在这里回复。',
  asked: (name: string, when: string) => `${name}，${when}`,
  about: (title: string) => `公告：${title}`,

  held: '微信没能判断这段话能不能公开，请您看一看。放行以后才能回复。',
  allow: '放行',
  allowing: '正在放行…',
  refuse: '不通过',
  refusing: '正在办…',

  answer: '回复',
  answerHint: '直接回答，写清楚怎么办、找谁',
  missing: '请写回复。',
  show: '让大家都看到',
  showSay: '大家会看到这个提问和回复，看不到是谁问的。',
  send: '回复',
  sending: '正在回复…',
  change: '改回复',
  former: (when: string, shown: boolean) =>
    `${when}回复过，${shown ? '大家都能看到' : '只有提问的人能看到'}`,
  done: {
    answered: '已经回复，提问的人会收到消息。',
    waiting: '已经放行，可以回复了。',
    refused: '没有通过，提问的人会收到消息。',
  },
}
