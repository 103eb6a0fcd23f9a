import { ADMIN_ONLY, type CollectionDeclaration } from './declaration'

/** What people are told, by which way, and what they ask the office. */
export const MESSAGE_COLLECTIONS = {
  notices: {
    about:
      'somebody was told something, or all who hold a key were: one row for each fact and reader',
    indexes: [
      {
        name: 'reader',
        keys: [
          ['accountId', 1],
          ['listKey', -1],
        ],
      },
      { name: 'whom', keys: [['whom', 1]] },
      {
        name: 'unread',
        keys: [
          ['accountId', 1],
          ['unread', 1],
        ],
      },
      // What many are told at once (shared/reader-keys.rules.ts).
      {
        name: 'to',
        keys: [
          ['to', 1],
          ['listKey', -1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  pushes: {
    about: 'something to be sent to a phone by WeChat, or sent, or given up',
    indexes: [
      // Found by the ticker: what is due.
      {
        name: 'due',
        keys: [
          ['state', 1],
          ['urgent', 1],
          ['dueAt', 1],
        ],
      },
      { name: 'account', keys: [['accountId', 1]] },
      { name: 'whom', keys: [['whom', 1]] },
      {
        name: 'group',
        keys: [
          ['group', 1],
          ['state', 1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  credits: {
    about: 'how many messages of each template WeChat lets us send an account (_id is the openid)',
    indexes: [],
    rule: ADMIN_ONLY,
  },
  officeQuestions: {
    about: 'a private question to the office of a community, with its deadline and answer',
    indexes: [
      {
        name: 'desk',
        keys: [
          ['communityId', 1],
          ['state', 1],
          ['listKey', 1],
        ],
      },
      {
        name: 'resident',
        keys: [
          ['residentId', 1],
          ['listKey', -1],
        ],
      },
      { name: 'typedBy', keys: [['typedBy', 1]] },
      { name: 'checkAt', keys: [['checkAt', 1]] },
      { name: 'keyId', keys: [['keyId', 1]] },
      // Found by the ticker: of which staff are to hear, that they were asked, or that the time runs out.
      {
        name: 'remindAt',
        keys: [
          ['state', 1],
          ['remindAt', 1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
    sealed: ['text', 'reply'],
  },
  calls: {
    about: 'somebody who must hear of something and was not reached otherwise: staff call',
    indexes: [
      {
        name: 'desk',
        keys: [
          ['communityId', 1],
          ['state', 1],
          ['listKey', 1],
        ],
      },
      { name: 'resident', keys: [['residentId', 1]] },
      // Found by the ticker: of whom it is to be decided whether staff call.
      {
        name: 'callFrom',
        keys: [
          ['state', 1],
          ['callFrom', 1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
} as const satisfies Record<string, CollectionDeclaration>
