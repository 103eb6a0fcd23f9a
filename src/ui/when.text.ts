/** Words of choosing days and times. */
export const WHEN_TEXT = {
  otherDay: '别的日子',
  otherTime: '别的时间',
  typeDay: (label: string) => `${label}：写日期`,
  dayHint: '比如：20261201',
  typeTime: '写时间',
  timeHint: '比如：1430',
  days: (count: number) => `${count}天`,
  until: (day: string) => `到${day}为止`,
  over: '这一天已经过去，请另选一天。',
  noDay: '没有这一天，请重新写。',
}
