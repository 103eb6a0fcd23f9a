import type { PersonToCall } from '../../types/contract/message-calls'

/** Whom the office calls, and when it is done. */

export type Call = NonNullable<PersonToCall['call']>

/** After these nobody calls again. */
const ENDS: readonly Call['result'][] = ['told', 'visited', 'refused']

export const isEnd = ({ result }: Pick<Call, 'result'>): boolean => ENDS.includes(result)

/**
 * Does somebody know by now, so that staff need not call? Who has read it does; and who was sent it, before staff
 * were to call. What is not there any more concerns nobody.
 */
export const knows = (
  state: 'maybe' | 'open',
  { notice, sent }: { notice: { unread?: boolean } | undefined; sent: boolean },
): boolean => !(notice?.unread ?? false) || (state === 'maybe' && sent)
