import { ADMIN_ONLY, type CollectionDeclaration } from './declaration'

/** Services, their times and who comes. */
export const BOOKING_COLLECTIONS = {
  diaries: {
    about: "a resident's time: claims held, kept and ended",
    indexes: [
      // Found by the ticker across all communities: claims that a crash left unsettled.
      { name: 'held', keys: [['held.at', 1]] },
      { name: 'leaving', keys: [['leaving.endedAt', 1]] },
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
  householdCounts: {
    about: 'what the people of one home use up together of the limits of services',
    indexes: [{ name: 'community', keys: [['communityId', 1]] }],
    rule: ADMIN_ONLY,
  },
  providers: {
    about: 'who gives services, with those who work for it',
    indexes: [
      { name: 'community', keys: [['communityId', 1]] },
      { name: 'members', keys: [['members', 1]] },
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
      // Found by the ticker: services whose times do not follow them yet.
      { name: 'behind', keys: [['behind', 1]] },
    ],
    rule: ADMIN_ONLY,
  },
  patterns: {
    about: 'a week of a service at a place, from which its times are made',
    indexes: [
      {
        name: 'service',
        keys: [
          ['communityId', 1],
          ['serviceId', 1],
        ],
      },
      // Found by the ticker: patterns that the times of their services do not follow yet.
      { name: 'behind', keys: [['behind', 1]] },
    ],
    rule: ADMIN_ONLY,
  },
  closures: {
    about: 'a day, or hours of it, on which a service, a provider or a place is closed',
    indexes: [
      {
        name: 'community',
        keys: [
          ['communityId', 1],
          ['to', 1],
        ],
      },
      // Found by the ticker: closures that are still to be carried out.
      { name: 'behind', keys: [['behind', 1]] },
    ],
    rule: ADMIN_ONLY,
  },
  rolls: {
    about: 'how far a community’s times have been rolled forward',
    // Found by the ticker: communities whose new day is still to be made.
    indexes: [{ name: 'due', keys: [['dueAt', 1]] }],
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
      // And lines in which somebody's turn has come, or ended.
      { name: 'queueAt', keys: [['queueAt', 1]] },
      // What one person waits for.
      { name: 'queue', keys: [['queue.residentId', 1]] },
      { name: 'offers', keys: [['offers.residentId', 1]] },
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
      // A day of all services together, for the desk and for what is counted.
      {
        name: 'day',
        keys: [
          ['communityId', 1],
          ['listKey', 1],
        ],
      },
      {
        name: 'rated',
        keys: [
          ['communityId', 1],
          ['ratedKey', -1],
        ],
      },
      // Found by the ticker across all communities: whom to remind, who did not come, and what to count anew.
      { name: 'remindAt', keys: [['remindAt', 1]] },
      { name: 'absentAt', keys: [['absentAt', 1]] },
      { name: 'figuresAt', keys: [['figuresAt', 1]] },
      // A provider's month, for its account.
      {
        name: 'provider',
        keys: [
          ['communityId', 1],
          ['providerId', 1],
          ['listKey', 1],
        ],
      },
      // Found by the ticker across all communities: where a phone was, which is kept for a time.
      { name: 'placeUntil', keys: [['visit.placeUntil', 1]] },
      { name: 'keyId', keys: [['keyId', 1]] },
    ],
    rule: ADMIN_ONLY,
    sealed: ['note', 'result'],
  },
  bookingFigures: {
    about: 'how a service was used in a month, counted from the bookings',
    indexes: [
      {
        name: 'month',
        keys: [
          ['communityId', 1],
          ['month', 1],
        ],
      },
    ],
    rule: ADMIN_ONLY,
  },
} as const satisfies Record<string, CollectionDeclaration>
