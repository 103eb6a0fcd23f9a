import type { ShownQuestion } from '../../../types/contract/announcement-reading'
import { readCollection } from '../../shared/db'
import { together } from '../../shared/together'
import type { QuestionDoc } from '../announcement.docs'

const questions = readCollection<QuestionDoc>('questions')

/** Answered ones that stand below an announcement, and own ones. */
const SHOWN = 50
const OWN = 20

/** What stands below an announcement for a reader: what is shown to all, and what they asked. Newest first. */
export async function questionsBelow(
  announcementId: string,
  residentId: string | undefined,
): Promise<QuestionDoc[]> {
  const [shown, own] = await together([
    questions.list({
      where: { announcementId, shown: true },
      orderBy: [['listKey', 'desc']],
      limit: SHOWN,
    }),
    residentId === undefined
      ? Promise.resolve<QuestionDoc[]>([])
      : questions.list({
          where: { residentId, announcementId },
          orderBy: [['listKey', 'desc']],
          limit: OWN,
        }),
  ])
  const all = new Map([...shown, ...own].map((question) => [question._id, question]))
  return [...all.values()].sort((a, b) => (a.listKey < b.listKey ? 1 : -1))
}

export const presentQuestion = (
  { _id, text, askedAt, residentId, state, answer }: Omit<QuestionDoc, 'listKey'>,
  readerResidentId: string | undefined,
): ShownQuestion => ({
  questionId: _id,
  text,
  askedAt,
  mine: residentId !== undefined && residentId === readerResidentId,
  // What staff have yet to look at is still being checked, for whoever asked it.
  state: state === 'held' ? 'checking' : state,
  ...(answer ? { answer: { text: answer.text, at: answer.at } } : {}),
})
