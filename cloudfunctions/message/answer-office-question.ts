import { message } from '../../types/contract/message'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { answerQuestion } from './office.store'
import { withQuestion } from './office-question'

/** Whoever answers last has the last word; the audit trail has both. The asker hears of it by the ticker. */
export const answerOfficeQuestion = handle(
  message.answerOfficeQuestion,
  ({ actor, post, tap, now }, { questionId, text }) =>
    withQuestion(questionId, { post, tap, now }, (doc) => {
      if (doc.state === 'held') return refuse('QUESTION_HELD')
      if (doc.state === 'refused') return refuse('NOT_FOUND')
      return answerQuestion(doc, text, { tap, by: actor.ref, now })
    }),
)
