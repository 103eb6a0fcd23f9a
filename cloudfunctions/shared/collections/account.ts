import { ADMIN_ONLY, type CollectionDeclaration } from './declaration'

/** People, places and permissions. */
export const ACCOUNT_COLLECTIONS = {
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
      // Everybody of a community, page by page, for what is for many.
      {
        name: 'living',
        keys: [
          ['communityId', 1],
          ['state', 1],
          ['_id', 1],
        ],
      },
      // Found by the ticker: records that their person's account has yet to follow.
      { name: 'behind', keys: [['behind', 1]] },
      {
        name: 'rosterKey',
        keys: [
          ['communityId', 1],
          ['rosterKey', 1],
        ],
      },
      // The records of one WeChat account, in all communities.
      { name: 'account', keys: [['accountId', 1]] },
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
      {
        name: 'roles',
        keys: [
          ['roles.region', 1],
          ['roles.role', 1],
        ],
      },
      // Found by the ticker: who must still be told of what changed here.
      { name: 'outbox', keys: [['outbox.at', 1]] },
      // Found by the ticker: erasures that a crash left, and empty accounts that go.
      { name: 'erasing', keys: [['erasing.at', 1]] },
      { name: 'erased', keys: [['erased.at', 1]] },
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
      // The invitations that one account used.
      { name: 'usedBy', keys: [['usedBy', 1]] },
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
} as const satisfies Record<string, CollectionDeclaration>
