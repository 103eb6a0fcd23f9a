import { newId } from '../ids'
import { describeError, log } from '../log'
import { type Push, rowsOf } from '../pushes'
import { SECOND } from '../time'
import { together } from '../together'
import { within } from '../within'
import { sendGroup } from './send-group'

/** Urgent messages that a call sends by itself before it answers; the ticker sends what there is besides. */
const AT_ONCE = 20
/** How long WeChat may take to answer, and how long the call waits for all of it, in ms. */
const WECHAT_PATIENCE = SECOND
const PATIENCE = 1.5 * SECOND

/**
 * Sends what is urgent at once, out of the queue that it stands in already: whoever tells it does not answer before.
 * What fails, or takes too long, waits in the queue for the ticker; nothing is thrown, and nothing is sent that was
 * sent before.
 */
export async function sendUrgent(wanted: readonly Push[]): Promise<void> {
  const rows = rowsOf(wanted.filter(({ urgent }) => urgent)).slice(0, AT_ONCE)
  if (rows.length === 0) return
  const sending = { run: newId(), now: Date.now(), patience: WECHAT_PATIENCE }
  try {
    await within(PATIENCE, together(rows.map((row) => sendGroup([row], sending))))
  } catch (error) {
    log('warn', 'urgent messages left to the ticker', describeError(error))
  }
}
