import type { Contract } from '../../../../types/contract'
import { RECEIPTS_TEXT as TEXT } from './receipts.text'

type Receipts = Contract['announcement.receipts']['output']

/** How many have done what was asked. */
export function doneOf({ must, opened, confirmed, choices }: Receipts): number {
  if (must?.do === 'confirm') return confirmed
  if (must?.do === 'choose') return choices.reduce((sum, { count }) => sum + count, 0)
  return opened
}

const percentOf = (done: number, all: number): number =>
  all === 0 ? 0 : Math.min(100, Math.round((100 * done) / all))

/** '120人，共300人（40%）' */
export const shareOf = (done: number, all: number): string =>
  TEXT.of(done, all, percentOf(done, all))
