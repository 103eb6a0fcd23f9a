/**
 * Every collection with its indexes, in one place: the local cloud and the deployment both read it.
 * All are closed to clients (`read: false, write: false`): only cloud functions reach the data.
 */
export interface IndexDeclaration {
  name: string
  /** Fields in order; 1 ascending, -1 descending. A field may lead into an array of objects. */
  keys: readonly (readonly [field: string, direction: 1 | -1])[]
  unique?: boolean
}

/**
 * Each element of `list` may hold one sealed text in `text`, a field at the element's top. It is a copy of the
 * field `text` of the document of `of` that has the element's `id`, and opens as that: one sealed string may
 * stand in both.
 */
export interface SealedInList {
  list: string
  text: string
  of: string
}

export interface CollectionDeclaration {
  /** What one document is. */
  about: string
  indexes: readonly IndexDeclaration[]
  rule: { read: false; write: false }
  /**
   * Fields at the top of a document that hold one text each, sealed with the key ring
   * (shared/sealed-fields.ts). A collection that has some has an index on `keyId`, by which the ticker
   * finds what is to be sealed with a newer key: a sealed field that is not declared here is lost when
   * its key is retired.
   */
  sealed?: readonly string[]
  /** Sealed texts inside lists of objects, as the claims of a diary. */
  sealedIn?: readonly SealedInList[]
  /**
   * Columns by which a sealed field is found without being opened: `phoneFind: { kind: 'phone', of:
   * 'phone' }` holds `ring.find('phone', <the very text that is sealed in phone>)`.
   */
  found?: Readonly<Record<string, { kind: string; of: string }>>
}

const ADMIN_ONLY = { read: false, write: false } as const

export const COLLECTIONS = {
  regions: {
    about: 'a place: district, street, community, building, unit or room',
    indexes: [
      { name: 'path', keys: [['path', 1]], unique: true },
      {
        name: 'parent',
        keys: [
          ['parent', 1],
          ['listKey', 1],
        ],
      },
      // All communities, for those who join.
      {
        name: 'level',
        keys: [
          ['level', 1],
          ['path', 1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  households: {
    about: 'a household: the people of one home, in a room',
    indexes: [
      {
        name: 'community',
        keys: [
          ['communityId', 1],
          ['room', 1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  residents: {
    about: 'a person of a community, with or without WeChat',
    indexes: [
      {
        name: 'name',
        keys: [
          ['communityId', 1],
          ['name', 1],
        ],
      },
      {
        name: 'household',
        keys: [
          ['communityId', 1],
          ['homes.householdId', 1],
        ],
      },
      {
        name: 'phone',
        keys: [
          ['communityId', 1],
          ['phoneFind', 1],
        ],
      },
      {
        name: 'rosterKey',
        keys: [
          ['communityId', 1],
          ['rosterKey', 1],
        ],
      },
      // What is sealed with an older key is found by the ticker across all communities.
      { name: 'keyId', keys: [['keyId', 1]] },
    ],
    rule: ADMIN_ONLY,
    sealed: ['phone', 'birthDay'],
    found: { phoneFind: { kind: 'phone', of: 'phone' } },
  },
  accounts: {
    about:
      'a WeChat identity (_id is the openid): who it is, where, in which roles, and for whom it acts',
    indexes: [
      { name: 'ref', keys: [['ref', 1]], unique: true },
      { name: 'community', keys: [['communityId', 1]] },
      // Who acts for a resident, and who holds roles where.
      { name: 'grants', keys: [['grants.residentId', 1]] },
      { name: 'roles', keys: [['roles.region', 1]] },
      // Found by the ticker: who must still be told of what changed here.
      { name: 'outbox', keys: [['outbox.at', 1]] },
      { name: 'keyId', keys: [['keyId', 1]] },
    ],
    rule: ADMIN_ONLY,
    sealed: ['phone'],
    found: { phoneFind: { kind: 'phone', of: 'phone' } },
  },
  requests: {
    about: 'somebody waits for staff, or for the person, to let them in or to act for them',
    indexes: [
      {
        name: 'waiting',
        keys: [
          ['communityId', 1],
          ['state', 1],
          ['listKey', 1],
        ],
      },
      {
        name: 'asker',
        keys: [
          ['accountId', 1],
          ['listKey', -1],
        ],
      },
      {
        name: 'person',
        keys: [
          ['residentId', 1],
          ['state', 1],
        ],
      },
      // Found by the ticker: approvals that have not reached the asker's account.
      { name: 'outbox', keys: [['outbox.at', 1]] },
      { name: 'keyId', keys: [['keyId', 1]] },
    ],
    rule: ADMIN_ONLY,
    sealed: ['phone', 'digits'],
  },
  codes: {
    about:
      "what lets people in: a household's code, or an invitation to a role; _id is its public half",
    indexes: [
      {
        name: 'region',
        keys: [
          ['kind', 1],
          ['region', 1],
        ],
      },
      { name: 'keyId', keys: [['keyId', 1]] },
    ],
    rule: ADMIN_ONLY,
    sealed: ['secret'],
  },
  environment: {
    about:
      'who administers the whole, so that there is always one, and how often it was claimed wrongly',
    indexes: [],
    rule: ADMIN_ONLY,
  },
  personChanges: {
    about: 'something became of a person that other features must follow: ended, merged, erased',
    indexes: [{ name: 'pending', keys: [['pending', 1]] }],
    rule: ADMIN_ONLY,
  },
  diaries: {
    about: "a resident's time: claims held, kept and ended",
    indexes: [
      // Found by the ticker across all communities: claims that a crash left unsettled.
      { name: 'held', keys: [['held.at', 1]] },
      { name: 'community', keys: [['communityId', 1]] },
      { name: 'keyId', keys: [['keyId', 1]] },
    ],
    rule: ADMIN_ONLY,
    sealedIn: [
      { list: 'held', text: 'note', of: 'bookings' },
      { list: 'kept', text: 'note', of: 'bookings' },
      { list: 'ended', text: 'note', of: 'bookings' },
      { list: 'moving', text: 'note', of: 'bookings' },
    ],
  },
  services: {
    about: 'a service a community offers',
    indexes: [
      {
        name: 'community',
        keys: [
          ['communityId', 1],
          ['listKey', 1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  slots: {
    about: 'a time of a service with a capacity and the seats taken',
    indexes: [
      {
        name: 'service',
        keys: [
          ['communityId', 1],
          ['serviceId', 1],
          ['listKey', 1],
        ],
      },
      // A day of all services together, for the desk.
      {
        name: 'day',
        keys: [
          ['communityId', 1],
          ['listKey', 1],
        ],
      },
      // Found by the ticker across all communities: what must still follow from a commit.
      { name: 'outbox', keys: [['outbox.at', 1]] },
    ],
    rule: ADMIN_ONLY,
  },
  bookings: {
    about: 'one booking, derived from the slot: history and lists',
    indexes: [
      {
        name: 'mine',
        keys: [
          ['communityId', 1],
          ['residentId', 1],
          ['listKey', -1],
        ],
      },
      { name: 'keyId', keys: [['keyId', 1]] },
    ],
    rule: ADMIN_ONLY,
    sealed: ['note'],
  },
  notices: {
    about: 'somebody was told something: one row for each fact and reader',
    indexes: [
      {
        name: 'reader',
        keys: [
          ['accountId', 1],
          ['listKey', -1],
        ],
      },
      {
        name: 'unread',
        keys: [
          ['accountId', 1],
          ['unread', 1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  directory: {
    about: 'a place or a number that people can turn to, with its printed code',
    indexes: [
      {
        name: 'region',
        keys: [
          ['region', 1],
          ['listKey', 1],
        ],
      },
      // A printed code leads to one entry, whichever region the reader is of.
      { name: 'code', keys: [['code', 1]], unique: true },
    ],
    rule: ADMIN_ONLY,
  },
  keyRing: {
    about:
      'a key of LINLI_KEYS that was ever brought: whether it is the right one, in use, or retired',
    indexes: [],
    rule: ADMIN_ONLY,
  },
  auditFacts: {
    about: "what somebody did to another person's data or with the power of a role (docs/audit.md)",
    indexes: [
      // Found by the ticker: which chains have facts to seal, and their facts, oldest first.
      {
        name: 'waiting',
        keys: [
          ['waiting', 1],
          ['chain', 1],
          ['listKey', 1],
        ],
      },
      {
        name: 'chain',
        keys: [
          ['chain', 1],
          ['listKey', -1],
        ],
      },
      // A person's facts may stand in several chains: theirs, and those of the places above.
      {
        name: 'whom',
        keys: [
          ['whom', 1],
          ['listKey', -1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  auditChain: {
    about: 'a block of a chain: the hashes of facts sealed together',
    indexes: [
      {
        name: 'chain',
        keys: [
          ['chain', 1],
          ['n', -1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  auditHeads: {
    about: 'where a chain stood at the end of a day: published',
    indexes: [
      {
        name: 'chain',
        keys: [
          ['chain', 1],
          ['day', -1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
} as const satisfies Record<string, CollectionDeclaration>

export type CollectionName = keyof typeof COLLECTIONS
