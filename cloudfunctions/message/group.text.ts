/** What staff read in their group of 企业微信: figures and titles, never whom it is about. */
export const GROUP_HEAD = '【邻里】有事要办，请打开小程序'

/** One line: where, what, and how often. */
export const groupLine = (place: string, title: string, say: string, count: number): string =>
  `${place ? `${place} ` : ''}${title}：${say}${count > 1 ? `（${count}件）` : ''}`

export const andMore = (count: number): string => `还有${count}项`
