import type {
  Accounts,
  Audience,
  Block,
  Category,
  Must,
} from '../../types/contract/announcement-content'
import type { CallResult } from '../../types/contract/announcement-desk'
import type { GivenRole } from '../../types/contract/role'
import type { Document } from '../shared/db'
import type { OutboxEntry } from '../shared/outbox'
import type { Reading } from '../shared/readings'
import type { Tap } from '../shared/taps'

/** A picture or a file that stands in an announcement; looked at when it was attached. */
export interface AttachedFile {
  uploadId: string
  fileId: string
  name: string
  ending: string
  bytes: number
  /** Of a picture, in pixels. */
  width?: number
  height?: number
}

/** What an announcement says, as it was written and as it is shown. */
export interface Said {
  title: string
  /** The Markdown subset that was written. */
  body: string
  blocks: Block[]
  category: Category
  pictures: AttachedFile[]
  files: AttachedFile[]
  place?: string
  when?: { day: string; time?: string }
  accounts?: Accounts
}

/** Who began to write, by the role they used. */
export interface Author {
  /** `ref` of the account. */
  ref: string
  role: GivenRole
}

/**
 * What the ticker still has to do for a published announcement; each part is safe to repeat and goes on where
 * it stopped. Absent when nothing is left.
 */
export interface Work {
  /** When it was asked for: the oldest first. */
  at: number
  /**
   * `list`: mark whoever the audience's list names; `people`: make the receipts; `pushes`: send to phones; `tidy`:
   * after a correction, what waits for phones in former words, and the receipts of former rounds.
   */
  left: ('list' | 'people' | 'pushes' | 'tidy')[]
  /** Where the part that is under way stopped: the community, and the last resident looked at. */
  cursor?: { community: number; after: string }
  /** Until then one run of the ticker has it for itself. */
  until?: number
}

export interface AnnouncementDoc extends Document {
  /** Of one published for a community or a place in it. */
  communityId?: string
  /** Where it is published: ids from the district to the place, joined by '/'. */
  region: string
  /** Whose it is, e.g. 春晓社区. */
  from: string
  state: 'draft' | 'scheduled' | 'published' | 'expired' | 'withdrawn'
  /** One more with each change. */
  version: number
  said: Said
  audience: Audience
  /** The audience as at most 10 keys (shared/reader-keys.rules.ts); set by publishing. */
  keys: string[]
  public: boolean
  must?: Must
  pinnedUntil?: number
  expiresAt?: number
  questions: boolean
  author: Author
  changedAt: number
  /** `ref` of whoever changed it last. */
  changedBy: string
  publishAt?: number
  publishedAt?: number
  /** From when the call list stands, and when those who call were told so. */
  callFrom?: number
  callsTold?: number
  /** `listKeyOf` the time of publishing and the id: the order of readers' lists; '' before. */
  listKey: string
  /** Whose lists at the desk it stands on (`desksOf` of publishing.rules.ts). */
  desks: string[]
  /** `listKeyOf` the time of the last change and the id: the order of the desk's list. */
  deskKey: string
  withdrawn?: { at: number; reason: string; by: string }
  /** Corrections, the oldest first: the former content stands in `announcementFormers` as `<id>-<n>`. */
  /** `again`: who had read it is to read it again; each such one begins a round (rounds.rules.ts). */
  corrections: { at: number; reason: string; by: string; again?: true }[]
  /**
   * From when the ticker brings in line what hangs on this document and a call may not have come to (follow.ts):
   * its files, its terms, its notice. Absent when all is.
   */
  behind?: number
  /** Of these: uploads that are to stay, and others that have left it. */
  keeping?: string[]
  dropping?: string[]
  /** A draft that was removed: it goes a while later, so that the tap that did it finds it. */
  removedAt?: number
  work?: Work
  taps: Tap[]
}

/** What an announcement said until its n-th correction, n from 1. `_id` is `<announcementId>-<n>`. */
export interface FormerDoc extends Document {
  announcementId: string
  region: string
  said: Said
}

/** By what an announcement is found; `_id` is the announcement's. */
export interface TermsDoc extends Document {
  region: string
  /** The announcement's, whose terms these are. */
  version: number
  terms: string[]
  /** The pinyin initials of title and body (initials.ts). */
  initials: string
  listKey: string
}

/** What a reader did about one announcement that asks something of them. */
export interface Did {
  announcementId: string
  /** In which round it was done, where it is not the first (rounds.rules.ts). */
  round?: number
  /** Rises with each change: its time (epoch ms), or one more than the one before. */
  rev: number
  openedAt: number
  /** When they said so last. */
  confirmedAt?: number
  choice?: string
  /** Who did it, where it was not the person. */
  by?: 'helper' | 'desk'
}

/** Something that the receipts have yet to follow. `id` is `<announcementId>_<rev>`. */
export interface ReadingEntry extends OutboxEntry {
  announcementId: string
}

/**
 * A reader, with what they did that somebody counts. The truth of it; the receipts follow by `outbox`. Whoever
 * has only seen things has none of it yet.
 */
export interface ReaderDoc extends Reading {
  /** The last 200. */
  did?: Did[]
  outbox?: ReadingEntry[]
  taps?: Tap[]
}

/** One person's line in the receipts. Who they are is read from the records. */
export interface Receipt {
  residentId?: string
  /** Of somebody addressed by a role, who has no home here. */
  ref?: string
  /** 60 or older, 80 or older, living alone, at the time of publishing. */
  why: ('elder' | 'veryOld' | 'alone')[]
  withoutPhone?: true
  /** Rises with each change of what the person did. */
  rev?: number
  openedAt?: number
  confirmedAt?: number
  choice?: string
  by?: 'helper' | 'desk'
  /** The last call: `by` whom (`ref`), and by which tap. */
  call?: { result: CallResult; note?: string; at: number; by: string; tapId: string; of: string }
}

/** Receipts of at most 300 people, made by the ticker; those who are called first stand in the first ones. */
export interface ReceiptsDoc extends Document {
  announcementId: string
  /** Of which round they are, where it is not the first (rounds.rules.ts). */
  round?: number
  /** The community that these people live in; of those who have no home here, where it was published. */
  region: string
  /** The order of the call list: the tier (1 to 3, late ones 4), the community, and what tells them apart. */
  order: string
  /** The reader ids of `people`, to find somebody's. */
  ids: string[]
  /** By reader id: somebody with several (homes in two communities, a role besides) has one line. */
  people: Record<string, Receipt>
  /** Of the others in `ids`: whose line it is. */
  also?: Record<string, string>
  counts: {
    people: number
    withPhone: number
    opened: number
    confirmed: number
    byOthers: number
    /** Reached by a call or a visit. */
    called: number
    /** Who has not done what is asked, and whose call has not ended. */
    left: number
    /** By the choice's place among the choices. */
    choices: Record<string, number>
  }
}

export interface QuestionDoc extends Document {
  announcementId: string
  communityId: string
  /** The announcement's. */
  region: string
  title: string
  /** As who the announcement was written: property managers see what is asked below their own. */
  author: Pick<AnnouncementDoc['author'], 'role'>
  /** Absent once the person was erased: what was answered for all stays. */
  residentId?: string
  /** The account (openid) of whoever typed it, which WeChat's check is asked with; absent once it was erased. */
  typedBy?: string
  by?: 'helper' | 'desk'
  text: string
  askedAt: number
  state: 'checking' | 'held' | 'waiting' | 'answered' | 'refused'
  /** When the ticker looks at it: to check it again, or to tell somebody what a call did not get to tell. */
  checkAt?: number
  answer?: { text: string; at: number; by: string }
  shown: boolean
  /** `listKeyOf` the time and the id. */
  listKey: string
  taps: Tap[]
}
