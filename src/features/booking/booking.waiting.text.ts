/** Waiting for a place in a slot that is full (候补). */
export const WAITING_TEXT = {
  word: '可排队',
  inLine: (n: number) => `排第${n}位`,
  offered: '给您留着',
  screen: '排队等位子',
  title: '这个时间约满了，可以排队',
  say: '有人取消，就按先后通知您。位子会给您留一会儿，请到时来确认。',
  waiting: (n: number) => (n === 0 ? '现在没有人排队' : `前面有${n}个人在排`),
  join: '排队等位子',
  joinFor: (name: string) => `替 ${name} 排队`,
  joining: '正在排队…',
  joined: (n: number) => `排上了，您排第${n}位`,
  joinedSay: '轮到您时，会在“消息”里告诉您，首页也看得到。',
  leave: '不等了，退出排队',
  leaving: '正在退出…',
  left: '已经退出排队',
  keptUntil: (time: string, minutes: number) =>
    minutes > 0
      ? `位子给您留到${time}，还有${spanOf(minutes)}`
      : `位子给您留到${time}，马上就到时间`,
  accept: '要这个位子',
  acceptFor: (name: string) => `替 ${name} 要这个位子`,
  decline: '不要了，让给别人',
  otherTime: '换个时间',
  spokenLine: (visit: string, state: string, say: string) => [visit, state, say].join('。'),
  section: '在排队的',
  row: (when: string, state: string) => `${when}，${state}`,
  spoken: (offers: readonly string[]) => `有位子给您留着：${offers.join('；')}`,
}

/** '25 分钟', '1 小时 5 分钟' */
const spanOf = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? ` ${hours} 小时` : '', rest > 0 ? ` ${rest} 分钟` : ''].join('')
}
