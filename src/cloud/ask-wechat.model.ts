import type { TemplateName } from '../../types/contract/message-inbox'

/** What the person answered; neither where there was no answer. */
export interface Answers {
  accepted: TemplateName[]
  refused: TemplateName[]
}
