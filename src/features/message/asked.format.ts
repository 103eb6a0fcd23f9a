import type { Asked } from '../../../types/contract/message-office'
import { dayOf, formatDay, formatTime } from '../../lib/time.format'
import { MESSAGE_TEXT } from './message.text'

const TEXT = MESSAGE_TEXT.askStaff

/** By when the office answers: '11月25日 周三 下午6:00'. */
export const dueOf = ({ dueAt }: Pick<Asked, 'dueAt'>, now: number): string =>
  `${formatDay(dayOf(dueAt), now)} ${formatTime(dueAt)}`

/** A question and what came of it, as it is heard. */
export const spokenAsked = (asked: Asked, now: number): string =>
  `${TEXT.spoken(
    asked.text,
    asked.answer
      ? `${TEXT.answer}：${asked.answer.text}`
      : asked.state === 'refused'
        ? TEXT.state.refused
        : `${TEXT.state[asked.state]}，${TEXT.due(dueOf(asked, now))}`,
  )}。`
