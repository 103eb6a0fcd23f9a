import { ADMIN_ONLY, type CollectionDeclaration } from './declaration'

/** Lists of residents that are read in. */
export const ROSTER_COLLECTIONS = {
  imports: {
    about: 'a list of residents that was read, and how far applying it has come',
    indexes: [
      // Found by the ticker across all communities: what is to be gone on with, or given up.
      { name: 'due', keys: [['dueAt', 1]] },
    ],
    rule: ADMIN_ONLY,
  },
  rosterRows: {
    about: 'some rows of an import, with what applying them does: gone when they are applied',
    indexes: [
      { name: 'import', keys: [['importId', 1]] },
      { name: 'keyId', keys: [['keyId', 1]] },
    ],
    rule: ADMIN_ONLY,
    sealed: ['rows'],
  },
  uploads: {
    about: 'a path that a person may upload one file to, and what became of the file',
    indexes: [
      // Found by the ticker across all people: files that are to be removed.
      { name: 'removal', keys: [['removeAt', 1]] },
      // The files of one person.
      { name: 'who', keys: [['who', 1]] },
    ],
    rule: ADMIN_ONLY,
  },
} as const satisfies Record<string, CollectionDeclaration>
