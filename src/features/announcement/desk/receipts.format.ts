import type { Contract } from '../../../../types/contract'
import type { ReadersWhich } from '../../../../types/contract/announcement-desk'
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

/** A count behind which people stand. */
export interface Counted {
  which: ReadersWhich
  choice?: string
  say: string
  count: number
}

/** The counts of whom one may ask who they are: of what asks nothing, nobody is counted. */
export function countedOf(receipts: Receipts): Counted[] {
  const { must, people, opened, confirmed, choices } = receipts
  if (!must) return []
  const { who } = TEXT
  const left = (done: number) => Math.max(0, people - done)
  return [
    ...choices.map(({ choice, count }) => ({
      which: 'chose' as const,
      choice,
      say: who.chose(choice),
      count,
    })),
    ...(must.do === 'confirm'
      ? [{ which: 'confirmed' as const, say: who.confirmed, count: confirmed }]
      : []),
    ...(must.do === 'read'
      ? []
      : [{ which: 'undone' as const, say: who.undone[must.do], count: left(doneOf(receipts)) }]),
    { which: 'opened', say: who.opened, count: opened },
    { which: 'unopened', say: who.unopened, count: left(opened) },
  ]
}
