import type { CollectionName } from './collections'
import { PERSONAL_OF_MESSAGES } from './personal-data-of-messages'

/**
 * What every collection holds of people: how a person's documents are found, and what erasing the person
 * does with them. The export (account.exportMyData), the erasure (account.eraseMe) and
 * docs/personal-data.md are made from it; a collection that is not here does not compile.
 * In Chinese, for the person: personal-data.text.ts.
 */
export type Personal =
  /** Nothing of it leads to a person: why. */
  | { nothing: string }
  /** Names people for a while, or through another collection, and is not looked through by person: why. */
  | { passing: string }
  | { finders: readonly Finder[]; parts: readonly PersonalPart[] }

/** How the documents of a person are found; an index begins with these fields. */
export interface Finder {
  /** `account`: by the openid; `resident`: by each of the person's records. */
  by: 'account' | 'resident'
  field: string
  /** The record's community stands first in the index. */
  inCommunity?: true
  /** There may be more than a page of them: then the index goes on with this field. */
  pagedBy?: 'listKey'
}

/** What becomes of documents: gone; left without anything that leads to the person; left as they are. */
export type Fate = 'erased' | 'anonymised' | 'kept'

export interface PersonalPart {
  /** Names its words in personal-data.text.ts. */
  key: string
  fate: Fate
  /** In which sense, or why not; for whoever reads the docs. */
  how: string
  /** What `kept` rests on. */
  law?: string
  /** Which of the documents it is about, where it is not all: by how they were found, or what they are. */
  by?: Finder['by']
  only?: (doc: Readonly<Record<string, unknown>>) => boolean
}

const ROSTER_LAW = 'Personal Information Protection Law, article 13 (3): statutory duties'
/** Whoever processes personal data has to prove that they did so without fault. */
const PROOF_LAW = 'Personal Information Protection Law, article 69'
const TRAIL_LAW =
  'Personal Information Protection Law, articles 47 (final paragraph), 51 and 54; Cybersecurity Law, ' +
  'article 23 (21 before 2026): network logs are kept for at least six months'

/**
 * Did the person enter this record by joining, and has nobody of the community taken it into its list?
 * A record with a key of the list, or with anything that staff noted, is the community's.
 */
export const isSelfEntered = (resident: {
  selfEntered?: boolean
  rosterKey?: string
  attributes?: readonly unknown[]
}): boolean =>
  resident.selfEntered === true &&
  resident.rosterKey === undefined &&
  (resident.attributes ?? []).length === 0

export const PERSONAL = {
  regions: { nothing: 'places, with the public phone of a service desk' },
  households: { nothing: 'a room and its code; who lives there stands in the records of people' },
  residents: {
    finders: [{ by: 'account', field: 'accountId' }],
    parts: [
      {
        key: 'ownRecord',
        fate: 'anonymised',
        how: 'name, phone, birth date, homes and the account are taken out; the bare id stays, for what refers to it',
        only: (doc) => isSelfEntered(doc),
      },
      {
        key: 'rosterRecord',
        fate: 'kept',
        how: 'the community keeps its list of residents: the entry goes on under another id, without the account and the phone number that the person gave, so that nothing of what they did here leads to it',
        law: ROSTER_LAW,
        only: (doc) => !isSelfEntered(doc),
      },
    ],
  },
  accounts: {
    finders: [
      { by: 'account', field: '_id' },
      { by: 'resident', field: 'grants.residentId' },
    ],
    parts: [
      {
        key: 'account',
        fate: 'erased',
        how: 'emptied at once, with name, phone, homes, roles, consent and whom the person acts for; the empty document goes after a day',
        by: 'account',
      },
      {
        key: 'helpers',
        fate: 'erased',
        how: 'what lets others act for the person ends at once, and forgets name and home',
        by: 'resident',
      },
    ],
  },
  requests: {
    finders: [
      { by: 'account', field: 'accountId', pagedBy: 'listKey' },
      { by: 'resident', field: 'residentId' },
    ],
    parts: [
      {
        key: 'ownRequests',
        fate: 'erased',
        how: 'removed',
        by: 'account',
      },
      {
        key: 'requestsToHelp',
        fate: 'anonymised',
        how: 'what others asked about the person is withdrawn, and forgets whom it was about',
        by: 'resident',
      },
    ],
  },
  codes: {
    finders: [{ by: 'account', field: 'usedBy' }],
    parts: [
      {
        key: 'invitations',
        fate: 'anonymised',
        how: 'an invitation forgets which account used it',
      },
    ],
  },
  environment: {
    passing: 'lists administrators by a random reference, which goes with the role',
  },
  personChanges: {
    finders: [{ by: 'resident', field: 'residentId' }],
    parts: [
      {
        key: 'changes',
        fate: 'kept',
        how: 'which record ended, merged or was erased, and when: ids only, so that every feature follows and it can be shown',
        law: PROOF_LAW,
      },
    ],
  },
  diaries: {
    finders: [{ by: 'resident', field: '_id' }],
    parts: [
      {
        key: 'diary',
        fate: 'anonymised',
        how: 'what is ahead is cancelled, what the government grants goes; of the past only times and places stay, under the bare id',
      },
    ],
  },
  householdCounts: {
    passing:
      'how often the people of a home used services with limits, without names; dropped with its month',
  },
  providers: { passing: 'accounts that work for a provider, by their `ref`, as long as they do' },
  services: { nothing: 'what a community offers, by providers' },
  patterns: { nothing: 'the weeks of services' },
  closures: {
    passing:
      'records of people whom nothing but a call reaches, by id, and who closed the day by a random reference; gone thirty days after the day',
  },
  rolls: { nothing: 'how far times have been made, by community' },
  slots: {
    passing:
      'a seat names a record, and what the person is called, and is given back or made nameless with its booking; who waits or has an offer is taken out of the line at once',
  },
  bookings: {
    finders: [{ by: 'resident', field: 'residentId', inCommunity: true, pagedBy: 'listKey' }],
    parts: [
      {
        key: 'bookings',
        fate: 'anonymised',
        how: 'bookings ahead are cancelled; notes, what was written of a visit, and ratings go, and of home care where a worker’s phone was and what a spot check said; that a place was taken, came to or missed, a visit made and proved, and paid for stays, and no longer by whom or for whom',
      },
    ],
  },
  bookingFigures: { nothing: 'counts by month, service and age' },
  notices: {
    finders: [
      { by: 'account', field: 'accountId', pagedBy: 'listKey' },
      { by: 'resident', field: 'whom' },
    ],
    parts: [
      { key: 'notices', fate: 'erased', how: 'removed', by: 'account' },
      {
        key: 'noticesToOthers',
        fate: 'anonymised',
        how: 'what others were told of the person forgets the name',
        by: 'resident',
      },
    ],
  },
  ...PERSONAL_OF_MESSAGES,
  directory: { nothing: 'public places and numbers' },
  keyRing: { nothing: 'canaries of keys: known texts' },
  auditFacts: {
    finders: [{ by: 'resident', field: 'whom', pagedBy: 'listKey' }],
    parts: [
      {
        key: 'facts',
        fate: 'kept',
        how: 'ids, names of fields and codes, never a value; sealed into a chain that a removal would break',
        law: TRAIL_LAW,
      },
    ],
  },
  auditChain: { nothing: 'hashes, and ids of facts' },
  auditHeads: { nothing: 'hashes and counts' },
  imports: {
    passing:
      'says what is wrong with rows of a list by line and heading, and who applied it by a random reference',
  },
  rosterRows: {
    passing: 'rows of a list that is being applied: sealed, and gone when they are or after a day',
  },
  uploads: {
    finders: [{ by: 'account', field: 'who' }],
    parts: [
      {
        key: 'files',
        fate: 'erased',
        how: 'the files with their rows, by the next run of the ticker',
      },
    ],
  },
} as const satisfies Record<CollectionName, Personal>

/** The collections that documents of a person are found in. */
export const PERSONAL_COLLECTIONS = (Object.keys(PERSONAL) as CollectionName[]).filter(
  (name) => 'finders' in PERSONAL[name],
)

/** The finders of a collection, and its parts; none of one that is not looked through. */
export function personalOf(name: CollectionName): {
  finders: readonly Finder[]
  parts: readonly PersonalPart[]
} {
  const personal: Personal = PERSONAL[name]
  return 'finders' in personal ? personal : { finders: [], parts: [] }
}

/** Every part of every collection. */
export const allParts = (): readonly (PersonalPart & { key: PartKey })[] =>
  PERSONAL_COLLECTIONS.flatMap((name) => personalOf(name).parts) as (PersonalPart & {
    key: PartKey
  })[]

type PartsOf<P> = P extends { parts: readonly { key: infer Key }[] } ? Key : never
/** The key of every part. */
export type PartKey = PartsOf<(typeof PERSONAL)[CollectionName]>
