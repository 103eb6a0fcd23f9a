/** What the collections of messages and announcements hold of people: a part of personal-data.ts. */
export const PERSONAL_OF_MESSAGES = {
  pushes: {
    finders: [
      { by: 'account', field: 'accountId' },
      { by: 'resident', field: 'whom' },
    ],
    parts: [
      { key: 'pushes', fate: 'erased', how: 'removed, whether sent or not', by: 'account' },
      {
        key: 'pushesToOthers',
        fate: 'erased',
        how: 'what others were or would be sent of the person is removed',
        by: 'resident',
      },
    ],
  },
  credits: {
    finders: [{ by: 'account', field: '_id' }],
    parts: [{ key: 'credits', fate: 'erased', how: 'removed' }],
  },
  officeQuestions: {
    finders: [
      { by: 'resident', field: 'residentId', pagedBy: 'listKey' },
      { by: 'account', field: 'typedBy' },
    ],
    parts: [
      {
        key: 'officeQuestions',
        fate: 'erased',
        how: 'removed, with the answers',
        by: 'resident',
      },
      {
        key: 'officeQuestionsTyped',
        fate: 'anonymised',
        how: 'what was typed for somebody else stays theirs, and forgets who typed it',
        by: 'account',
      },
    ],
  },
  calls: {
    finders: [{ by: 'resident', field: 'residentId' }],
    parts: [{ key: 'calls', fate: 'erased', how: 'removed' }],
  },
  announcements: {
    passing:
      'what is published, and by whose office: who wrote it by a random reference, and the residents whom it names as its audience by ids that lead to nobody once the record is empty',
  },
  announcementFormers: { nothing: 'what was published before a correction' },
  announcementTerms: { nothing: 'words of announcements' },
  readings: {
    finders: [
      { by: 'resident', field: '_id' },
      { by: 'account', field: 'accountId' },
    ],
    parts: [
      { key: 'readings', fate: 'erased', how: 'removed', by: 'resident' },
      { key: 'readingsAtWork', fate: 'erased', how: 'removed', by: 'account' },
    ],
  },
  receipts: {
    finders: [{ by: 'resident', field: 'ids' }],
    parts: [
      {
        key: 'receipts',
        fate: 'anonymised',
        how: 'the line of the person goes, with what was said on a call; the sums stay',
      },
    ],
  },
  questions: {
    finders: [
      { by: 'resident', field: 'residentId', pagedBy: 'listKey' },
      { by: 'account', field: 'typedBy' },
    ],
    parts: [
      {
        key: 'questions',
        fate: 'anonymised',
        how: 'a question that was answered for all stays without whose it was; others are removed',
        by: 'resident',
      },
      {
        key: 'questionsTyped',
        fate: 'anonymised',
        how: 'what was typed for somebody else stays theirs, and forgets who typed it',
        by: 'account',
      },
    ],
  },
} as const
