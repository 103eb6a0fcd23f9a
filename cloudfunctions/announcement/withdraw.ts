import { announcement } from '../../types/contract/announcement'
import { handle } from '../shared/serve'
import { changeWritten, publishedOnly } from './writing/changing'
import { workAfter } from './writing/publishing.rules'

/** What the ticker had still to do for its readers is left; what waits to be sent to them is not sent. */
export const withdraw = handle(announcement.withdraw, (call, input) =>
  changeWritten(call, input, {
    allow: publishedOnly,
    decide: (doc) => {
      const { now, actor } = call
      const withdrawn = { at: now, reason: input.reason, by: actor.ref }
      const after = workAfter(doc, now)
      return {
        set: { state: 'withdrawn', withdrawn, behind: now, ...after },
        unset: ['pinnedUntil', ...('work' in after ? [] : (['work'] as const))],
      }
    },
  }),
)
