import { announcement } from '../../types/contract/announcement'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { changeWritten } from './writing/changing'

export const pin = handle(announcement.pin, (call, input) =>
  changeWritten(call, input, {
    allow: ({ state }) => {
      if (state !== 'published') refuse('NOT_PUBLISHED')
    },
    decide: () => {
      const { pinnedUntil } = input
      if (pinnedUntil === null) return { set: {}, unset: ['pinnedUntil'] }
      return pinnedUntil <= call.now ? refuse('SCHEDULE_PAST') : { set: { pinnedUntil } }
    },
  }),
)
