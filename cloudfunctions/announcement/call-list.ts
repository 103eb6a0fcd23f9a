import { announcement } from '../../types/contract/announcement'
import { LIMITS } from '../../types/contract/limits'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { callable } from './receipts/callable'
import { namesByRef } from './receipts/callers.query'
import { nextListed, orderOf, presentEntry } from './receipts/calling.rules'
import { CHUNKS, findCallees, listChunks } from './receipts/receipts.query'

/**
 * Whoever was called stays on the list with the result, so that two callers do not call twice; whoever has done
 * what is asked is on it no longer.
 */
export const callList = handle(
  announcement.callList,
  async ({ post, now }, { after, ...which }) => {
    const { doc, within } = await callable(which, { post, now })
    const chunks = await listChunks(doc._id, within, orderOf(after))
    const size = LIMITS.callPage
    const listed = nextListed(chunks, { must: doc.must, after, size: size + 1 })
    const page = listed.slice(0, size)
    const [callees, callers] = await together([
      findCallees(
        page.flatMap(({ line }) => line.residentId ?? []),
        page.flatMap(({ line }) => line.ref ?? []),
      ),
      namesByRef(page.flatMap(({ line }) => line.call?.by ?? [])),
    ])
    const lastChunk = chunks.at(-1)
    const last = page.at(-1)
    const more = listed.length > size ? last?.at : chunks.length === CHUNKS && lastChunk?.order
    return {
      title: doc.said.title,
      ...(doc.must ? { must: doc.must } : {}),
      blocks: doc.said.blocks,
      items: page.flatMap((one) => {
        const callee = callees.get(one.lineId)
        return callee ? [presentEntry(one, callee, callers)] : []
      }),
      // After a document that was looked through to its end comes the next: no id sorts behind '~'.
      ...(more ? { next: listed.length > size ? more : `${more}/~` } : {}),
    }
  },
)
