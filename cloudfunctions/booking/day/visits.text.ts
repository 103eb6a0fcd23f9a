import type { Mark } from '../../../types/contract/booking-visits'

/** Who came, where nobody may know any more. */
export const NOBODY = '已注销的居民'

/** The headings of a day's list. */
export const EXPORT_HEADS = [
  ...['开始', '结束', '服务', '姓名', '地点', '备注', '到场'],
  ...['价格（元）', '实收（元）', '收据号'],
]

export const MARK_TEXT: Readonly<Record<Mark, string>> = {
  came: '已到',
  done: '已完成',
  absent: '没来',
}

export const WHO_ANSWERS = (ask: string, answer: string): string => `${ask}：${answer}`
