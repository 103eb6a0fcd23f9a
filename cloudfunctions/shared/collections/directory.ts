import { ADMIN_ONLY, type CollectionDeclaration } from './declaration'

/** Whom and where people can turn to. */
export const DIRECTORY_COLLECTIONS = {
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
} as const satisfies Record<string, CollectionDeclaration>
