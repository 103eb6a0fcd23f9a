import { describe, expect, test } from 'vitest'
import { type CollectionDeclaration, COLLECTIONS } from './collections'

/** What of a declaration keeps its sealed fields from being sealed again, or found. */
function problemsOf({
  indexes,
  sealed = [],
  sealedIn = [],
  found = {},
}: CollectionDeclaration): string[] {
  const indexed = indexes.some(({ keys }) => keys[0]?.[0] === 'keyId')
  const columns = Object.entries(found)
  return [
    ...(sealed.length + sealedIn.length > 0 && !indexed ? ['no index on keyId'] : []),
    ...sealed.filter((field) => field.includes('.')).map((field) => `${field} is not at the top`),
    ...columns
      .filter(([, { of }]) => !sealed.includes(of))
      .map(([name]) => `${name} finds nothing`),
  ]
}

const EXAMPLE: CollectionDeclaration = {
  about: 'an example',
  indexes: [{ name: 'key', keys: [['keyId', 1]] }],
  rule: { read: false, write: false },
  sealed: ['phone', 'birthDay'],
  found: { phoneFind: { kind: 'phone', of: 'phone' } },
}

describe('sealed fields', () => {
  test.each(Object.entries<CollectionDeclaration>(COLLECTIONS))(
    'of %s can be sealed again, and found',
    (_name, declaration) => {
      expect(problemsOf(declaration)).toEqual([])
    },
  )

  test('that could not are told', () => {
    expect(problemsOf(EXAMPLE)).toEqual([])
    expect(problemsOf({ ...EXAMPLE, indexes: [] })).toEqual(['no index on keyId'])
    const { sealed: _sealed, found: _found, ...inLists } = EXAMPLE
    const sealedIn = [{ list: 'kept', text: 'note', of: 'bookings' }]
    expect(problemsOf({ ...inLists, sealedIn, indexes: [] })).toEqual(['no index on keyId'])
    expect(problemsOf({ ...EXAMPLE, sealed: ['birthDay', 'held.note'] })).toEqual([
      'held.note is not at the top',
      'phoneFind finds nothing',
    ])
  })
})
