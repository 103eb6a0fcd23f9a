/** What is asked on the way to a booking, where the service has it. */
export const WISH_TEXT = {
  questions: '请先回答',
  mayLeave: '（可以不答）',
  answerHere: '写在这里',
  unanswered: '这里还没有回答。',
  missing: '还有问题没有回答。请看上面红色的地方。',

  along: '还有谁一起去？',
  alongSay: '每人占一个位子，各约各的。',
  alongMyself: '我自己',

  repeat: '约几次？',
  once: '只约这一次',
  weekly: '每周都约',
  weeks: (weeks: number) => `${weeks} 周`,
  fewer: '少一周',
  more: '多一周',
  until: (weekday: string, from: string, to: string, weeks: number) =>
    `${weekday}，从${from}到${to}，一共 ${weeks} 次`,

  subsidy: '政府补贴',
  withSubsidy: (price: string) => `用补贴，自付${price}`,
  withSubsidySay: (takes: string, left: string) => `用掉${takes}，这个月还剩${left}`,
  withoutSubsidy: (price: string) => `不用补贴，付${price}`,
  short: (takes: string, left: string) =>
    `补贴这个月只剩${left}，一次要${takes}，不够用。可以自费约，或约到下个月。`,
  units: { voucher: (n: number) => `${n}次`, minute: (n: number) => `${n}分钟` },
  onSite: '到时现场付',

  done: {
    all: (count: number) => `${count} 个都约好了`,
    some: (made: number, all: number) => `${all} 个里约好了 ${made} 个`,
    say: '没约上的，看看下面写的办法。',
    made: '约好了',
    missed: '没约上',
    otherTime: '没约上的换个时间',
  },
}
