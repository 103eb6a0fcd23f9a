import type { Question } from '../../types/contract/booking-terms'
import type { Booked } from '../../types/contract/booking'

type Answered = NonNullable<Booked['answers']>

/**
 * Joins answers to what was asked, in the order of the questions; what nobody asked is left out. `wrong`: the keys of
 * questions that must be answered and are not, or not by one of their choices.
 */
export function readAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, string>>,
): { answers: Answered; wrong: string[] } {
  const answers: Answered = []
  const wrong: string[] = []
  for (const { key, ask, choices, must } of questions) {
    const answer = given[key] ?? ''
    if (answer === '') {
      if (must) wrong.push(key)
    } else if (choices && !choices.includes(answer)) wrong.push(key)
    else answers.push({ ask, answer })
  }
  return { answers, wrong }
}
