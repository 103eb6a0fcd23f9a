import { announcement } from '../../types/contract/announcement'
import type { AnnouncementView } from '../../types/contract/announcement-reading'
import type { Subject } from '../shared/actor'
import { refuse } from '../shared/errors'
import { readerIdOf } from '../shared/readings.rules'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import type { AnnouncementDoc, FormerDoc, QuestionDoc, ReaderDoc } from './announcement.docs'
import { findAnnouncement, findReading, listFormers } from './announcement.query'
import { type ShownFiles, shownFiles } from './files.query'
import { presentQuestion, questionsBelow } from './questions/questions.query'
import { readerOf } from './reader.query'
import { decideReading, doneIn, isMeant, isOver, presentDone, presentRow } from './reading.rules'

/** All that stands in one announcement is read at once, and its files get addresses once it may be read. */
export const view = handle(announcement.view, async (call, { announcementId }) => {
  const { actor, subject, now } = call
  const [doc, { keys }, reading, formers, questions] = await together([
    findAnnouncement(announcementId),
    readerOf(call),
    findReading(readerIdOf(actor, subject)),
    listFormers(announcementId),
    questionsBelow(announcementId, subject?.residentId),
  ])
  const how = decideReading(doc, { keys, roles: actor?.roles ?? [], now })
  if (!doc || how === 'hidden') return refuse('NOT_FOUND')
  if (how === 'others') return refuse('NOT_ADDRESSED')
  if (how === 'withdrawn') return presentWithdrawn(doc)
  const files = await shownFiles(doc.said)
  return presentOpen({ doc, files, formers, questions, reading, keys, subject, now })
})

function presentWithdrawn({ _id, said, from, withdrawn }: AnnouncementDoc): AnnouncementView {
  return {
    state: 'withdrawn',
    announcementId: _id,
    title: said.title,
    from,
    withdrawnAt: withdrawn?.at ?? 0,
    reason: withdrawn?.reason ?? '',
  }
}

interface Opened {
  doc: AnnouncementDoc
  files: ShownFiles
  formers: readonly FormerDoc[]
  questions: readonly QuestionDoc[]
  reading: ReaderDoc | null
  keys: readonly string[]
  subject: Subject | null
  now: number
}

function presentOpen(opened: Opened): AnnouncementView {
  const { doc, files, formers, questions, reading, keys, subject, now } = opened
  const { said, corrections, must, expiresAt } = doc
  // Otherwise it is public, or they write for the place.
  const meant = isMeant(keys, doc)
  const did = doneIn(reading, doc)
  const asks = must &&
    meant && {
      do: must.do,
      choices: must.choices ?? [],
      ...(did ? { done: presentDone(did) } : {}),
    }
  return {
    state: 'published',
    ...presentRow(doc, { reading, keys, now }),
    blocks: said.blocks,
    ...files,
    ...(said.place === undefined ? {} : { place: said.place }),
    ...(said.when === undefined ? {} : { when: said.when }),
    ...(said.accounts === undefined ? {} : { accounts: said.accounts }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    expired: isOver(doc, now),
    public: doc.public,
    ...(asks ? { asks } : {}),
    canAsk: doc.questions && meant && subject !== null && !isOver(doc, now),
    questions: questions.map((question) => presentQuestion(question, subject?.residentId)),
    formers: formers.flatMap((former, i) => {
      const correction = corrections[i]
      if (!correction) return []
      const { title, blocks, accounts } = former.said
      const { at: until, reason } = correction
      return [{ title, blocks, ...(accounts ? { accounts } : {}), until, reason }]
    }),
  }
}
