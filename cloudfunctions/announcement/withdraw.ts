import { announcement } from '../../types/contract/announcement'
import { handle } from '../shared/serve'
import { changeWritten, publishedOnly } from './writing/changing'

/** What the ticker had still to do for its readers is left. */
export const withdraw = handle(announcement.withdraw, (call, input) =>
  changeWritten(call, input, {
    allow: publishedOnly,
    decide: () => {
      const { now, actor } = call
      const withdrawn = { at: now, reason: input.reason, by: actor.ref }
      return {
        set: { state: 'withdrawn', withdrawn, behind: now },
        unset: ['work', 'pinnedUntil'],
      }
    },
  }),
)
