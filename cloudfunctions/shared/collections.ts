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

export interface CollectionDeclaration {
  /** What one document is. */
  about: string
  indexes: readonly IndexDeclaration[]
  rule: { read: false; write: false }
}

const ADMIN_ONLY = { read: false, write: false } as const

export const COLLECTIONS = {
  regions: {
    about: 'a place: district, street, community or building',
    indexes: [{ name: 'path', keys: [['path', 1]] }],
    rule: ADMIN_ONLY,
  },
  households: {
    about: 'a household, the people of one home, with its room and members',
    indexes: [
      {
        name: 'community',
        keys: [
          ['communityId', 1],
          ['buildingId', 1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  residents: {
    about: 'a person of a community, with or without WeChat',
    indexes: [
      {
        name: 'community',
        keys: [
          ['communityId', 1],
          ['householdId', 1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  accounts: {
    about: 'a WeChat identity (_id is the openid): who it is, where, and in which roles',
    indexes: [{ name: 'community', keys: [['communityId', 1]] }],
    rule: ADMIN_ONLY,
  },
  diaries: {
    about: "a resident's time: claims held, kept and ended",
    indexes: [
      // Found by the ticker across all communities: claims that a crash left unsettled.
      { name: 'held', keys: [['held.at', 1]] },
      { name: 'community', keys: [['communityId', 1]] },
    ],
    rule: ADMIN_ONLY,
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
  uploads: {
    about: 'a path that a person may upload one file to, and what became of the file',
    indexes: [
      // Found by the ticker across all people: files that are to be removed.
      { name: 'removal', keys: [['removeAt', 1]] },
    ],
    rule: ADMIN_ONLY,
  },
} as const satisfies Record<string, CollectionDeclaration>

export type CollectionName = keyof typeof COLLECTIONS
