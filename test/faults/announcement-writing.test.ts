import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  AnnouncementDoc,
  FormerDoc,
  TermsDoc,
} from '../../cloudfunctions/announcement/announcement.docs'
import type { NoticeDoc } from '../../cloudfunctions/shared/notices'
import type { Written } from '../../types/contract/announcement-desk'
import { asRead, COMMUNITY, draft, planOf, PNG, published } from '../support/announcements'
import { type Fault, MINUTE, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf, changeDoc } from '../support/database'
import { isTried } from '../support/fault-modes'
import { fileIsThere, letADayPass, uploadFor } from '../support/uploads'

/**
 * Every database action of every command that writes announcements fails in turn: before it was applied, after
 * it was applied, or with the death of its process. With a retry, or with the ticker alone, an announcement and
 * what hangs on it (its former versions, terms, notice and files) say the same.
 */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const STAFF = 'demo-staff'
const MODES: Fault['mode'][] = ['error', 'error-after', 'kill']
/** More actions than any of these has. */
const MOST = 40

async function fired(): Promise<boolean> {
  const struck = (await cloud.faults()).some((fault) => fault.fired)
  await cloud.clearFaults()
  return struck
}

/** What must be so of every announcement of these tests, once the ticker has been there. */
async function expectInLine(id: string): Promise<AnnouncementDoc | undefined> {
  const of = async <Doc>(name: string, is: (doc: Doc) => boolean) =>
    (await allOf<Doc>(cloud, name)).filter(is)
  const [doc] = await of<AnnouncementDoc>('announcements', ({ _id }) => _id === id)
  const terms = await of<TermsDoc>('announcementTerms', ({ _id }) => _id === id)
  const notices = await of<NoticeDoc>('notices', ({ group }) => group === id)
  const formers = await of<FormerDoc>('announcementFormers', (one) => one.announcementId === id)
  if (!doc || doc.removedAt !== undefined) {
    expect([terms, notices]).toEqual([[], []])
    return doc
  }
  expect(doc).not.toHaveProperty('behind')
  expect(doc).not.toHaveProperty('keeping')
  const isOut = doc.state === 'published'
  expect(notices.map(({ about }) => (about.kind === 'announced' ? about.title : ''))).toEqual(
    isOut ? [doc.said.title] : [],
  )
  expect(terms.map(({ version }) => version <= doc.version)).toEqual(isOut ? [true] : [])
  if (isOut) expect(terms[0]?.terms).toContain(doc.said.title.slice(0, 2))
  // A former version of a correction that did not come about is shown to nobody.
  expect(formers.length).toBeGreaterThanOrEqual(doc.corrections.length)
  for (const { _id } of formers.slice(0, doc.corrections.length)) {
    expect(_id).toMatch(new RegExp(`^${id}-\\d+$`))
  }
  return doc
}

interface Command {
  begin: () => Promise<Written>
  op: Fault['op'] & string
  run: (written: Written, tap: string) => Promise<unknown>
  /** Is it done? */
  done: (doc: AnnouncementDoc | undefined) => boolean
}

const staff = () => cloud.as(STAFF)
const { content } = planOf({ content: { title: '停电改期', body: '停电改到后天。' } })

const COMMANDS: Record<string, Command> = {
  publish: {
    begin: () => draft(cloud, STAFF, { must: { do: 'read', callAfterHours: 24 } }),
    op: 'announcement.publish',
    run: (written, tap) => staff().call('announcement.publish', asRead(written), tap),
    done: (doc) => doc?.state === 'published',
  },
  schedule: {
    begin: () => draft(cloud, STAFF),
    op: 'announcement.schedule',
    run: (written, tap) =>
      staff().call('announcement.schedule', { ...asRead(written), publishAt: FAR }, tap),
    done: (doc) => doc?.state === 'scheduled',
  },
  correct: {
    begin: () => published(cloud, STAFF),
    op: 'announcement.correct',
    run: (written, tap) =>
      staff().call('announcement.correct', { ...asRead(written), content, reason: '改期' }, tap),
    done: (doc) => doc?.corrections.length === 1 && doc.said.title === '停电改期',
  },
  withdraw: {
    begin: () => published(cloud, STAFF),
    op: 'announcement.withdraw',
    run: (written, tap) =>
      staff().call('announcement.withdraw', { ...asRead(written), reason: '不停了' }, tap),
    done: (doc) => doc?.state === 'withdrawn',
  },
  pin: {
    begin: () => published(cloud, STAFF),
    op: 'announcement.pin',
    run: (written, tap) =>
      staff().call('announcement.pin', { ...asRead(written), pinnedUntil: FAR }, tap),
    done: (doc) => doc?.pinnedUntil === FAR,
  },
  removeDraft: {
    begin: () => draft(cloud, STAFF),
    op: 'announcement.removeDraft',
    run: (written, tap) => staff().call('announcement.removeDraft', asRead(written), tap),
    done: (doc) => doc?.removedAt !== undefined,
  },
}

/** What the ticker's part rests on: other jobs have their own tests. */
const OWN = ['announcements', 'announcementTerms', 'notices']

/** Far enough ahead for all the minutes that these tests let pass. */
const FAR = Date.UTC(2027, 5, 1)

/** A call that may die: the platform's own answer is none of ours. */
const tried = async (work: Promise<unknown>): Promise<void> => {
  await work.catch(() => undefined)
}

describe.each(Object.entries(COMMANDS))('%s', (_name, { begin, op, run, done }) => {
  test.each(MODES)('%s at each action', async (mode) => {
    let nth = 1
    for (; nth <= MOST; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const written = await begin()
      const tap = newTap()
      await cloud.setFault({ op, nth, mode })
      await tried(run(written, tap))
      if (!(await fired())) break
      // Every other one is not sent again: then the ticker alone finishes what was begun.
      const isSentAgain = Math.floor(nth / MODES.length) % 2 === 0
      if (isSentAgain) await run(written, tap)
      await cloud.advance(MINUTE)
      const doc = await expectInLine(written.announcementId)
      if (isSentAgain) expect(done(doc), `${mode} at action ${nth}`).toBe(true)
    }
    expect(nth).toBeGreaterThan(5)
    expect(nth).toBeLessThan(MOST)
  })
})

describe('a draft with a picture', () => {
  test.each(MODES)('%s at each action', async (mode) => {
    let nth = 1
    for (; nth <= MOST; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const asked = { region: COMMUNITY, kind: 'announcementPicture', ending: 'png' } as const
      const shot = await uploadFor(cloud, STAFF, PNG, asked)
      const plan = planOf({
        content: { title: `图${mode}${nth}`, pictures: [{ ...shot, name: '图' }] },
      })
      const tap = newTap()
      const save = () => staff().call('announcement.saveDraft', { region: COMMUNITY, plan }, tap)
      await cloud.setFault({ op: 'announcement.saveDraft', nth, mode })
      await tried(save())
      if (!(await fired())) break
      const isSentAgain = Math.floor(nth / MODES.length) % 2 === 0
      if (isSentAgain) expect((await save()).error).toBeUndefined()
      await cloud.advance(MINUTE)
      await letADayPass(cloud)
      const docs = await allOf<AnnouncementDoc>(cloud, 'announcements')
      const made = docs.filter(({ said }) => said.title === plan.content.title)
      if (isSentAgain) expect(made, `${mode} at action ${nth}`).toHaveLength(1)
      // The file is there just where the announcement is.
      expect(await fileIsThere(cloud, shot.fileId)).toBe(made.length === 1)
      expect(made.every(({ behind }) => behind === undefined)).toBe(true)
    }
    expect(nth).toBeGreaterThan(5)
    expect(nth).toBeLessThan(MOST)
  })
})

test.each(MODES)('the ticker publishes at last, with %s at its actions', async (mode) => {
  for (let nth = 1; nth <= 9; nth++) {
    if (!isTried(MODES, mode, nth)) continue
    const written = await draft(cloud, STAFF)
    const publishAt = FAR
    await staff().ok('announcement.schedule', { ...asRead(written), publishAt })
    await changeDoc(cloud, 'announcements', written.announcementId, { publishAt: 1 })
    await cloud.setFault({ function: 'ticker', collections: OWN, nth, mode })
    await cloud.advance(MINUTE)
    await cloud.clearFaults()
    await cloud.advance(2 * MINUTE)
    expect((await expectInLine(written.announcementId))?.state).toBe('published')
  }
})
