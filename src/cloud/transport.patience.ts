import { CallFailed } from './transport.failure'

/** How long a call may take before the phone gives up; WeChat's functions end by 20 s themselves. */
export const PATIENCE_MS = 20_000

/** An answer, or a failure once patience is over: a screen never waits for ever. */
export function withPatience<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new CallFailed({ errMsg: 'cloud.callFunction:fail timed out' }))
    const timer = setTimeout(giveUp, PATIENCE_MS)
    answer.then(resolve, reject).then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    )
  })
}
