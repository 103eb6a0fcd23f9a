import { ADMIN_ONLY, type CollectionDeclaration } from './declaration'

/** What all features rest on: keys, the audit trail, and what becomes of a person. */
export const KERNEL_COLLECTIONS = {
  personChanges: {
    about: 'something became of a person that other features must follow: ended, merged, erased',
    indexes: [
      {
        name: 'pending',
        keys: [
          ['pending', 1],
          ['at', 1],
        ],
      },
      { name: 'person', keys: [['residentId', 1]] },
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
