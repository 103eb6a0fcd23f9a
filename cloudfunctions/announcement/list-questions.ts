import { announcement } from '../../types/contract/announcement'
import { handle } from '../shared/serve'
import { listDesk } from './questions/desk-questions.query'

export const listQuestions = handle(announcement.listQuestions, ({ post }, { region, ...which }) =>
  listDesk(region, post.role, which),
)
