import { checkText } from '../../shared/content-check'
import { describeError, log } from '../../shared/log'
import { HOUR, MINUTE } from '../../shared/time'
import { eachOf } from '../../shared/together'
import type { QuestionDoc } from '../announcement.docs'
import { tellOfQuestion } from './question.notices'
import { changeQuestion, listDue, settled } from './questions.store'

/** Questions looked at in one run, and at a time. */
const BATCH = 100
const WIDTH = 4

/** How long WeChat's check is waited for before staff decide. */
const PATIENCE = HOUR

/** What the ticker does for questions: checks again what has no answer yet, and tells what a call left untold. */
export async function settleQuestions(now: number): Promise<number> {
  let done = 0
  await eachOf(await listDue(now, BATCH), WIDTH, async (question) => {
    try {
      await (question.state === 'checking'
        ? checkAgain(question, now)
        : finishTelling(question, now))
      done++
    } catch (error) {
      log('error', 'question not settled', { id: question._id, ...describeError(error) })
    }
  })
  return done
}

async function checkAgain(question: QuestionDoc, now: number): Promise<void> {
  const { _id, typedBy, text, askedAt } = question
  // Whoever typed it was erased: there is nobody to ask WeChat about.
  const verdict = typedBy === undefined ? 'review' : await checkText(typedBy, text)
  const state = stateOf(verdict, now - askedAt >= PATIENCE)
  if (state === 'checking') {
    await changeQuestion(_id, ['checking'], { checkAt: now + MINUTE })
    return
  }
  if (await changeQuestion(_id, ['checking'], { state, checkAt: now })) {
    await finishTelling({ ...question, state, checkAt: now }, now)
  }
}

function stateOf(
  verdict: Awaited<ReturnType<typeof checkText>>,
  late: boolean,
): QuestionDoc['state'] {
  switch (verdict) {
    case 'pass':
      return 'waiting'
    case 'risky':
      return 'refused'
    case 'review':
      return 'held'
    case 'unknown':
      return late ? 'held' : 'checking'
  }
}

async function finishTelling(question: QuestionDoc, now: number): Promise<void> {
  await tellOfQuestion(question, now)
  await settled(question._id, question.checkAt ?? now)
}
