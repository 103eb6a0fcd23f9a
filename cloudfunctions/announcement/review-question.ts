import { announcement } from '../../types/contract/announcement'
import { handle } from '../shared/serve'
import { changedByStaff } from './questions/changed-question'
import { presentDesk } from './questions/desk-questions.query'

/** Staff need not wait for WeChat's check; what has been decided stays as it is. */
export const reviewQuestion = handle(
  announcement.reviewQuestion,
  async ({ post, now, tap }, { verdict, ...which }) => {
    const question = await changedByStaff(which, { post, tap, now }, ({ state }) => {
      if (state !== 'checking' && state !== 'held') return null
      return {
        from: ['checking', 'held'],
        change: { state: verdict === 'allow' ? 'waiting' : 'refused' },
      }
    })
    return presentDesk(question)
  },
)
