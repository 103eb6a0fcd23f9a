import { announcement } from '../../types/contract/announcement'
import { LIMITS } from '../../types/contract/limits'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { callable } from './receipts/callable'
import { namesByRef } from './receipts/callers.query'
import { isListed, presentEntry } from './receipts/calling.rules'
import { nextPage, orderOf } from './receipts/line-pages.rules'
import { findCallees, listChunks } from './receipts/receipts.query'

/**
 * Whoever was called stays on the list with the result, so that two callers do not call twice; whoever has done
 * what is asked is on it no longer.
 */
export const callList = handle(
  announcement.callList,
  async ({ post, now }, { after, ...which }) => {
    const { doc, within } = await callable(which, { post, now })
    const chunks = await listChunks(doc._id, within, orderOf(after))
    const { lines, next } = nextPage(chunks, {
      fits: (line) => isListed(line, doc.must),
      after,
      size: LIMITS.callPage,
    })
    const [callees, callers] = await together([
      findCallees(
        lines.flatMap(({ line }) => line.residentId ?? []),
        lines.flatMap(({ line }) => line.ref ?? []),
      ),
      namesByRef(lines.flatMap(({ line }) => line.call?.by ?? [])),
    ])
    return {
      title: doc.said.title,
      ...(doc.must ? { must: doc.must } : {}),
      blocks: doc.said.blocks,
      items: lines.flatMap((one) => {
        const callee = callees.get(one.lineId)
        return callee ? [presentEntry(one, callee, callers)] : []
      }),
      ...(next === undefined ? {} : { next }),
    }
  },
)
