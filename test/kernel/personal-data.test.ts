import { format, resolveConfig } from 'prettier'
import { describe, expect, test } from 'vitest'
import { OPERATION_TEXT } from '../../cloudfunctions/account/my-data/operations.text'
import { SHEETS } from '../../cloudfunctions/account/my-data/sheets.text'
import { type CollectionDeclaration, COLLECTIONS } from '../../cloudfunctions/shared/collections'
import {
  allParts,
  PERSONAL,
  PERSONAL_COLLECTIONS,
  personalOf,
} from '../../cloudfunctions/shared/personal-data'
import { PERSONAL_TEXT } from '../../cloudfunctions/shared/personal-data.text'
import { inRepo } from '../../config/paths.mts'
import { contract } from '../../types/contract'
import type { Operation } from '../../types/contract/operation'
import { personalDataPage } from '../support/personal-data-page'

describe('every collection says what it holds of people', () => {
  test('each by its name, and no other', () => {
    expect(Object.keys(PERSONAL).sort()).toEqual(Object.keys(COLLECTIONS).sort())
  })

  test('one with sealed fields of people is found by person, exported and erased', () => {
    const sealed = Object.entries<CollectionDeclaration>(COLLECTIONS)
      .filter(([, declaration]) => declaration.sealed)
      .map(([name]) => name)
    // Codes are sealed for what they open, and found by who used them; rows of a list are not found by person.
    const found: readonly string[] = [...PERSONAL_COLLECTIONS, 'rosterRows']
    expect(sealed.filter((name) => !found.includes(name))).toEqual([])
  })

  test.each(PERSONAL_COLLECTIONS)('documents of a person in %s are found by an index', (name) => {
    const { indexes }: CollectionDeclaration = COLLECTIONS[name]
    for (const { field, inCommunity, pagedBy } of personalOf(name).finders) {
      if (field === '_id') continue
      const wanted = [...(inCommunity ? ['communityId'] : []), field, ...(pagedBy ? [pagedBy] : [])]
      const begins = indexes.some(({ keys }) => wanted.every((path, i) => keys[i]?.[0] === path))
      expect(begins, `an index of ${name} that begins with ${wanted.join(', ')}`).toBe(true)
    }
  })

  test.each(PERSONAL_COLLECTIONS)('what %s holds of a person stands in their file', (name) => {
    for (const { by } of personalOf(name).finders) {
      expect(SHEETS.some((sheet) => sheet.from === name && sheet.by === by)).toBe(true)
    }
  })

  test('what is kept is kept by a law, which the person reads too', () => {
    for (const { key, fate, law } of allParts()) {
      const { what, why } = PERSONAL_TEXT[key]
      expect(what.length).toBeGreaterThan(3)
      if (fate !== 'kept') continue
      expect(law, key).toMatch(/Law, articles? \d+/)
      expect(why, key).toMatch(/依据：个人信息保护法第.+条/)
    }
  })

  test('every part has words, and every words a part', () => {
    expect(
      allParts()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(Object.keys(PERSONAL_TEXT).sort())
  })
})

describe('the file of a person', () => {
  test('has sheets of different names, short enough for a workbook', () => {
    const titles = SHEETS.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) expect(title).toMatch(/^[^\\/*?:[\]]{1,31}$/)
  })

  test('says in words what others did, whichever operation it was', () => {
    const operations = Object.entries(contract).flatMap(([feature, all]) =>
      Object.entries<Operation>(all).map(([name, { kind, access }]) => ({
        op: `${feature}.${name}`,
        isTraced:
          access.traced ||
          (kind === 'command' &&
            (access.who === 'role' || access.desk || access.dependents === true)),
      })),
    )
    const words: Record<string, string> = OPERATION_TEXT
    expect(operations.filter(({ op, isTraced }) => isTraced && !words[op])).toEqual([])
    const known = operations.map(({ op }) => op)
    expect(Object.keys(words).filter((op) => !known.includes(op))).toEqual([])
  })
})

test('docs/personal-data.md says what is declared', async () => {
  const path = inRepo('docs/personal-data.md')
  const page = await format(personalDataPage(), {
    ...(await resolveConfig(path)),
    filepath: path,
  })
  await expect(page).toMatchFileSnapshot(path)
})
