import { sendPushes } from './send-pushes'

/** What the ticker does for messages. Each part is safe to repeat, and bounded in one run. */
export async function settleMessages(now: number): Promise<Record<string, number>> {
  return { sent: await sendPushes(now) }
}
