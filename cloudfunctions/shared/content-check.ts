import { describeError, log } from './log'
import { SECOND } from './time'
import { splitText } from './text-parts.rules'
import { together } from './together'
import { askContentCheck } from './wechat'
import { within } from './within'

/**
 * What WeChat's check says of a text that others will see: `review` is for people to decide. `unknown`: no
 * answer in time, or an error (61010: whoever typed has not used the program for two hours), so ask again later.
 */
export type Verdict = 'pass' | 'risky' | 'review' | 'unknown'

/** How long somebody who has just typed waits for the check. */
const PATIENCE = 1.2 * SECOND

/** From the worst on: one part that is refused refuses the whole text. */
const FROM_WORST = ['risky', 'unknown', 'review', 'pass'] as const

/**
 * Asks WeChat whether a text may be shown (security.msgSecCheck, version 2), with the openid of whoever typed it.
 * Never throws: what cannot be checked now is `unknown`.
 */
export async function checkText(openid: string, text: string): Promise<Verdict> {
  const verdicts = await together(splitText(text).map((content) => checkPart(openid, content)))
  return FROM_WORST.find((one) => verdicts.includes(one)) ?? 'pass'
}

async function checkPart(openid: string, content: string): Promise<Verdict> {
  try {
    const suggest = await within(PATIENCE, askContentCheck(openid, content))
    return suggest === 'pass' || suggest === 'risky' || suggest === 'review' ? suggest : 'unknown'
  } catch (error) {
    log('warn', 'text not checked', describeError(error))
    return 'unknown'
  }
}
