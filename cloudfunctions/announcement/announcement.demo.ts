import { fromMarkdown } from 'mdast-util-from-markdown'
import { pinyin } from 'pinyin-pro'
import type { Audience } from '../../types/contract/announcement-content'
import type { GivenRole } from '../../types/contract/role'
import type { DemoDocuments, DemoPerson, DemoWorld } from '../shared/demo-world'
import { listKeyOf } from '../shared/list-key.rules'
import { manyNotice } from '../shared/notices'
import { addDays, dayOf, HOUR } from '../shared/time'
import { noticeOf, searchedOf, termsDocOf } from './writing/announced.rules'
import type { AnnouncementDoc, FormerDoc, QuestionDoc, Said } from './announcement.docs'
import { fromText } from './announcement.text'
import { compileAudience, isResolved } from './audience/audience.rules'
import { blocksOf } from './writing/body.rules'
import type { DemoAnnouncement } from './demo-announcement'
import { DEMO_ANNOUNCEMENTS } from './demo-announcements.text'
import { DemoReaders } from './demo-readers'
import { initialsBy } from './finding/initials'
import { parseBy } from './writing/parse-body'
import { desksOf, publishedAs } from './writing/publishing.rules'

const ROLES = {
  'demo-staff': 'staff',
  'demo-street': 'streetOfficer',
  'demo-district': 'districtOfficer',
  'demo-manager': 'propertyManager',
} as const satisfies Record<DemoAnnouncement['by'], GivenRole>

/** A record or an account, as far as it stands on lists. */
interface Listed {
  _id: string
  accountId?: string
  lists?: string[]
}

/**
 * Announcements of every category and state for the first community, its street and its district, with what
 * some have read and asked. `documents`: the demo's people, of whom those on a list are marked.
 */
export function demoAnnouncements(world: DemoWorld, documents: DemoDocuments): DemoDocuments {
  const board = new DemoBoard(world)
  for (const [n, one] of DEMO_ANNOUNCEMENTS.entries()) board.put(one, n)
  for (const { _id: id, audience, state, publishedAt = 0 } of board.announcements) {
    if (state === 'published' && isResolved(audience)) {
      markList(documents, id, board.readers.meant(audience, publishedAt))
    }
  }
  return board.documents()
}

function markList(documents: DemoDocuments, id: string, people: readonly DemoPerson[]): void {
  const ids = new Set(
    people.flatMap(({ residentId, accountId = residentId }) => [residentId, accountId]),
  )
  for (const doc of [...(documents.residents ?? []), ...(documents.accounts ?? [])] as Listed[]) {
    if (ids.has(doc._id)) doc.lists = [...(doc.lists ?? []), id]
  }
}

class DemoBoard {
  readonly announcements: AnnouncementDoc[] = []
  private readonly announcementFormers: FormerDoc[] = []
  private readonly questions: QuestionDoc[] = []
  readonly readers: DemoReaders

  constructor(private readonly world: DemoWorld) {
    this.readers = new DemoReaders(world.people)
  }

  documents(): DemoDocuments {
    const { announcements, announcementFormers, questions } = this
    const told = announcements.filter(({ state }) => state === 'published')
    return {
      announcements,
      announcementFormers,
      announcementTerms: told.map((doc) => termsDocOf(doc, initialsBy(pinyin, searchedOf(doc)))),
      notices: told.map((doc) => manyNotice(noticeOf(doc))),
      questions,
      readings: this.readers.readings(),
      receipts: this.readers.receipts,
    }
  }

  put(one: DemoAnnouncement, n: number): void {
    const draft = this.draftOf(one, n)
    const { now } = this.world
    if (one.ago === undefined) {
      const at = one.scheduledIn === undefined ? {} : { publishAt: now + one.scheduledIn * HOUR }
      this.announcements.push({ ...draft, ...at, state: 'publishAt' in at ? 'scheduled' : 'draft' })
      return
    }
    const compiled = compileAudience(draft.audience, {
      announcementId: draft._id,
      region: draft.region,
    })
    if ('faults' in compiled) throw new Error(`The demo's ${one.key} has no audience.`)
    const publishedAt = now - one.ago * HOUR
    const published = publishedAs(draft, compiled.keys, publishedAt)
    // What the ticker does for its readers is done, and nobody's phone is told of what was before the demo.
    const { work: _done, ...rest } = published
    const doc: AnnouncementDoc = { ...draft, ...rest, version: 2 }
    this.announcements.push(this.corrected(doc, one))
    for (const asked of one.asked ?? []) this.ask(doc, asked)
    this.readers.read(doc, one)
    if (doc.must) this.readers.count(doc, now)
  }

  private draftOf(one: DemoAnnouncement, n: number): AnnouncementDoc {
    const { now } = this.world
    const { region, communityId, placeName } = this.placeOf(one.at)
    const role = ROLES[one.by]
    const _id = `demo-${one.key}`
    const changedAt = now - (one.ago ?? 5 + n) * HOUR
    const audience: Audience = { places: [region], public: false, ...one.audience }
    return {
      _id,
      ...(communityId ? { communityId } : {}),
      region,
      from: fromText(role, placeName),
      state: 'draft',
      version: 1,
      said: this.saidOf(one),
      audience,
      keys: [],
      public: audience.public,
      ...(one.must ? { must: one.must } : {}),
      ...(one.pinnedFor ? { pinnedUntil: now + one.pinnedFor * HOUR } : {}),
      ...(one.expiresIn ? { expiresAt: now + one.expiresIn * HOUR } : {}),
      questions: one.questions ?? false,
      author: { ref: `a-${one.by}`, role },
      changedAt,
      changedBy: `a-${one.by}`,
      listKey: '',
      desks: desksOf(region, role),
      deskKey: listKeyOf(changedAt, _id),
      corrections: [],
      taps: [],
    }
  }

  private saidOf({ title, body, category, place, when, accounts }: DemoAnnouncement): Said {
    const read = blocksOf(parseBy(fromMarkdown, body), body)
    if ('fault' in read) throw new Error(`The demo's ${title} cannot be read.`)
    const { inDays = 0, time } = when ?? {}
    return {
      title,
      body,
      blocks: read.blocks,
      category,
      pictures: [],
      files: [],
      ...(place ? { place } : {}),
      ...(when
        ? { when: { day: addDays(dayOf(this.world.now), inDays), ...(time ? { time } : {}) } }
        : {}),
      ...(accounts ? { accounts } : {}),
    }
  }

  private placeOf(at: DemoAnnouncement['at']) {
    const [community] = this.world.communities
    if (!community) throw new Error('The demo has no community.')
    const { communityId, region, name } = community
    if (at === 'community') return { communityId, region, placeName: name }
    if (typeof at === 'object') {
      return { communityId, region: `${region}/${communityId}-b${at.building}`, placeName: name }
    }
    const above = region
      .split('/')
      .slice(0, at === 'district' ? 1 : 2)
      .join('/')
    const desk = this.world.serviceDesks.find((one) => one.region === above)
    return { region: above, communityId: undefined, placeName: desk?.placeName ?? '' }
  }

  /** With what became of it since: what it said before, or why it was taken back. */
  private corrected(doc: AnnouncementDoc, one: DemoAnnouncement): AnnouncementDoc {
    const { now } = this.world
    const { former, withdrawn } = one
    const by = doc.author.ref
    if (withdrawn) {
      const at = now - withdrawn.ago * HOUR
      const { reason } = withdrawn
      return { ...doc, state: 'withdrawn', withdrawn: { at, reason, by }, version: 3 }
    }
    if (!former) return doc
    const { title, body, reason, until } = former
    const said = this.saidOf({ ...one, title, body, ...(former.accounts ? former : {}) })
    this.announcementFormers.push({
      _id: `${doc._id}-1`,
      announcementId: doc._id,
      region: doc.region,
      said,
    })
    return { ...doc, corrections: [{ at: now - until * HOUR, reason, by }], version: 3 }
  }

  private ask(
    { _id: announcementId, region, said, author }: AnnouncementDoc,
    { by, text, ago, answer }: NonNullable<DemoAnnouncement['asked']>[number],
  ): void {
    const { now } = this.world
    const [community] = this.world.communities
    const person = this.world.people.find(({ residentId }) => residentId === by)
    if (!community || !person?.accountId) throw new Error(`The demo has no ${by} who asks.`)
    const askedAt = now - ago * HOUR
    const _id = `q-${announcementId}-${this.questions.length + 1}`
    this.questions.push({
      _id,
      announcementId,
      communityId: community.communityId,
      region,
      title: said.title,
      author: { role: author.role },
      residentId: by,
      typedBy: person.accountId,
      text,
      askedAt,
      state: answer === undefined ? 'waiting' : 'answered',
      ...(answer === undefined
        ? {}
        : { answer: { text: answer, at: askedAt + HOUR / 2, by: 'a-demo-staff' } }),
      shown: answer !== undefined,
      listKey: listKeyOf(askedAt, _id),
      taps: [],
    })
  }
}
