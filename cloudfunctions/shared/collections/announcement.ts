import { ADMIN_ONLY, type CollectionDeclaration } from './declaration'

/** Announcements, who has read them, and what was asked about them. */
export const ANNOUNCEMENT_COLLECTIONS = {
  announcements: {
    about: 'an announcement, from the draft to its withdrawal',
    indexes: [
      // What readers see: by the keys of their audience, newest first.
      {
        name: 'keys',
        keys: [
          ['state', 1],
          ['keys', 1],
          ['listKey', -1],
        ],
      },
      {
        name: 'category',
        keys: [
          ['state', 1],
          ['said.category', 1],
          ['keys', 1],
          ['listKey', -1],
        ],
      },
      {
        name: 'publicCategory',
        keys: [
          ['public', 1],
          ['state', 1],
          ['said.category', 1],
          ['listKey', -1],
        ],
      },
      {
        name: 'publicPinned',
        keys: [
          ['public', 1],
          ['state', 1],
          ['pinnedUntil', -1],
        ],
      },
      {
        name: 'pinned',
        keys: [
          ['state', 1],
          ['keys', 1],
          ['pinnedUntil', -1],
        ],
      },
      {
        name: 'public',
        keys: [
          ['public', 1],
          ['state', 1],
          ['listKey', -1],
        ],
      },
      // For a newcomer who names a place.
      {
        name: 'publicKeys',
        keys: [
          ['public', 1],
          ['state', 1],
          ['keys', 1],
          ['listKey', -1],
        ],
      },
      // The desk's list: of a place and all below it, or of these in one state.
      {
        name: 'desk',
        keys: [
          ['desks', 1],
          ['deskKey', -1],
        ],
      },
      {
        name: 'deskState',
        keys: [
          ['desks', 1],
          ['state', 1],
          ['deskKey', -1],
        ],
      },
      // Found by the ticker.
      {
        name: 'publishAt',
        keys: [
          ['state', 1],
          ['publishAt', 1],
        ],
      },
      {
        name: 'expiresAt',
        keys: [
          ['state', 1],
          ['expiresAt', 1],
        ],
      },
      { name: 'work', keys: [['work.at', 1]] },
      { name: 'behind', keys: [['behind', 1]] },
      {
        name: 'callFrom',
        keys: [
          ['state', 1],
          ['callFrom', 1],
        ],
      },
      {
        name: 'callsTold',
        keys: [
          ['state', 1],
          ['callsTold', 1],
          ['callFrom', 1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  announcementFormers: {
    about: 'what an announcement said until it was corrected',
    indexes: [{ name: 'announcement', keys: [['announcementId', 1]] }],
    rule: ADMIN_ONLY,
  },
  announcementTerms: {
    about: 'by which words and initials an announcement is found',
    indexes: [
      // A term is counted by either; a reader of public ones only looks everywhere.
      {
        name: 'terms',
        keys: [
          ['terms', 1],
          ['region', 1],
          ['listKey', -1],
        ],
      },
      {
        name: 'newest',
        keys: [
          ['terms', 1],
          ['listKey', -1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
  readings: {
    about: 'what one reader has seen and confirmed',
    indexes: [
      { name: 'account', keys: [['accountId', 1]] },
      { name: 'outbox', keys: [['outbox.at', 1]] },
    ],
    rule: ADMIN_ONLY,
  },
  receipts: {
    about: 'who of at most 300 people has opened and confirmed an announcement, and who was called',
    indexes: [
      {
        name: 'order',
        keys: [
          ['announcementId', 1],
          ['order', 1],
        ],
      },
      {
        name: 'person',
        keys: [
          ['announcementId', 1],
          ['ids', 1],
        ],
      },
      { name: 'ids', keys: [['ids', 1]] },
    ],
    rule: ADMIN_ONLY,
  },
  questions: {
    about: 'a question below an announcement',
    indexes: [
      {
        name: 'announcement',
        keys: [
          ['announcementId', 1],
          ['shown', 1],
          ['listKey', -1],
        ],
      },
      {
        name: 'desk',
        keys: [
          ['region', 1],
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
    ],
    rule: ADMIN_ONLY,
  },
} as const satisfies Record<string, CollectionDeclaration>
