import type { ImportReport } from '../../../../types/contract/account-roster'
import { Figures } from '../../../ui/figures'
import { Say } from '../../../ui/stack'
import { IMPORT_TEXT } from './import.text'

const TEXT = IMPORT_TEXT
const KINDS = ['new', 'changed', 'same', 'bad', 'unsure'] as const

/** What applying does, or did, in numbers; what is left out is explained. */
export function ImportCounts({ counts }: { counts: ImportReport['counts'] }) {
  return (
    <>
      <Figures
        figures={KINDS.map((kind) => ({
          say: TEXT.counts[kind],
          value: counts[kind],
          warn: (kind === 'bad' || kind === 'unsure') && counts[kind] > 0,
        }))}
      />
      {counts.bad > 0 ? <Say>{TEXT.badSay}</Say> : null}
      {counts.unsure > 0 ? <Say>{TEXT.unsureSay}</Say> : null}
    </>
  )
}
