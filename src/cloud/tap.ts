import type { ErrorCode } from '../../types/contract/errors'

/** One tap of a resident. Sent again it keeps its id, so that the cloud acts once (DESIGN.md section 2). */
export interface Tap {
  tapId: string
  /** The input it was made with: the same id with another input would be refused. */
  asked: string
}

/** After these nobody knows whether the call acted, or it surely did not: the next try is the same tap. */
const UNSETTLED: readonly ErrorCode[] = ['OFFLINE', 'TIMEOUT', 'INTERNAL', 'BUSY']

/** An id of 8 to 64 letters and digits; unique for one person, which is all that it has to be. */
export function makeTapId(now: number, random: () => number): string {
  const letters = () =>
    Math.floor(random() * 36 ** 6)
      .toString(36)
      .padStart(6, '0')
  return now.toString(36) + letters() + letters()
}

/** The tap to send: the unsettled one when it asks for the same, otherwise a new one. */
export function tapFor(held: Tap | undefined, input: unknown, makeId: () => string): Tap {
  const asked = JSON.stringify(input)
  return held?.asked === asked ? held : { tapId: makeId(), asked }
}

/** The tap to keep after a call: none once it succeeded or was refused. */
export const tapAfter = (sent: Tap, refusal: ErrorCode | undefined): Tap | undefined =>
  refusal && UNSETTLED.includes(refusal) ? sent : undefined
