import type { ImportReport } from '../../../types/contract/account-roster'
import type { ImportDoc } from './import.docs'

/** Of what is wrong, on one page. */
const PAGE = 100

/** An import as staff see it; `after` is `next` of the page before. */
export function presentImport(found: ImportDoc, after = 0): ImportReport {
  const { _id: importId, state, rows, counts, done, problems, ignored } = found
  const end = after + PAGE
  return {
    importId,
    // What a call is still reading, or died over, has changed nothing and cannot be applied.
    state: state === 'reading' ? 'failed' : state,
    rows,
    counts,
    done,
    problems: problems.slice(after, end),
    ...(problems.length > end ? { next: String(end) } : {}),
    ignored,
  }
}
