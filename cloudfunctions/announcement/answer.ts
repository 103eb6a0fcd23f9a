import { announcement } from '../../types/contract/announcement'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { changedByStaff } from './questions/changed-question'
import { presentDesk } from './questions/desk-questions.query'

export const answer = handle(
  announcement.answer,
  async ({ actor, post, now, tap }, { text, show, ...which }) => {
    const question = await changedByStaff(which, { post, tap, now }, ({ state }) => {
      if (state === 'checking' || state === 'held') return refuse('QUESTION_HELD')
      if (state === 'refused') return refuse('NOT_FOUND')
      const given = { text, at: now, by: actor.ref }
      return {
        from: ['waiting', 'answered'],
        change: { state: 'answered', answer: given, shown: show },
      }
    })
    return presentDesk(question)
  },
)
