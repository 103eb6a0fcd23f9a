import { announcement } from '../../types/contract/announcement'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { changeWritten, unpublishedOnly } from './writing/changing'
import { holdToPublishing, keysFor } from './writing/publishing'

/** What publishing needs is asked for now, while somebody is there to mend it. */
export const schedule = handle(announcement.schedule, (call, input) =>
  changeWritten(call, input, {
    allow: unpublishedOnly,
    decide: (doc) => {
      const { publishAt } = input
      if (publishAt <= call.now) return refuse('SCHEDULE_PAST')
      holdToPublishing(doc, publishAt)
      keysFor(doc, 'plan.audience.')
      return { set: { state: 'scheduled', publishAt } }
    },
  }),
)

export const unschedule = handle(announcement.unschedule, (call, input) =>
  changeWritten(call, input, {
    allow: unpublishedOnly,
    decide: ({ state }) =>
      state === 'draft' ? null : { set: { state: 'draft' }, unset: ['publishAt'] },
  }),
)
