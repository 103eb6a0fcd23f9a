import { message } from '../../types/contract/message'
import { handle } from '../shared/serve'
import { reviewQuestion } from './office.store'
import { withQuestion } from './office-question'

/** One that was decided before stays as it is: the office sees how. */
export const reviewOfficeQuestion = handle(
  message.reviewOfficeQuestion,
  ({ post, tap, now }, { questionId, verdict }) =>
    withQuestion(questionId, { post, tap, now }, (doc) =>
      doc.state === 'held' ? reviewQuestion(doc._id, verdict, { tap, now }) : Promise.resolve(true),
    ),
)
