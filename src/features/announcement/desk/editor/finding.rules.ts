import type { Finding } from '../../../../../types/contract/announcement-desk'

/** How much is shown on either side of the words that are meant. */
const AROUND = 12

type Place = Pick<Finding, 'at' | 'length' | 'text'>

/** Whether the words still stand where they were found. */
export const isStill = ({ at, length, text }: Place, now: string): boolean =>
  now.slice(at, at + length) === text

/** The words before and after, cut off at the line and where there are more. */
export function aroundOf({ at, length }: Place, text: string): { before: string; after: string } {
  const ahead = text.slice(0, at)
  const behind = text.slice(at + length)
  const before = ahead.slice(ahead.lastIndexOf('\n') + 1)
  const after = behind.split('\n', 1)[0] ?? ''
  return {
    before: before.length > AROUND ? `…${before.slice(-AROUND)}` : before,
    after: after.length > AROUND ? `${after.slice(0, AROUND)}…` : after,
  }
}

export const replaced = (text: string, { at, length }: Place, instead: string): string =>
  text.slice(0, at) + instead + text.slice(at + length)
