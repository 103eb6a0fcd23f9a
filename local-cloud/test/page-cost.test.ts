import { afterAll, beforeAll, expect, test } from 'vitest'
import { benchDocument, communitiesOf } from '../bench/documents'
import { startTestCloud, type TestCloud } from './cloud'

// Time is measured by `npm run bench:cloud`, up to a million documents; here only what is examined.
const SIZES = { small: 1_000, large: 50_000 }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({
    collections: Object.fromEntries(
      Object.keys(SIZES).map((name) => [
        name,
        {
          indexes: [
            {
              name: 'place',
              keys: [
                ['communityId', 1],
                ['at', -1],
              ],
            },
          ],
        },
      ]),
    ),
    seed: (db) => {
      for (const [name, total] of Object.entries(SIZES))
        db.insertMany(
          name,
          Array.from({ length: total }, (_, i) => benchDocument(i, total)),
        )
    },
  })
}, 60_000)
afterAll(() => cloud.close())

async function examined(name: string, query: object, order: object): Promise<number> {
  const response = await fetch(`${cloud.url}/console/api/query`, {
    method: 'POST',
    headers: { origin: cloud.url },
    body: JSON.stringify({
      collection: name,
      query: JSON.stringify(query),
      order: JSON.stringify(order),
      limit: 20,
    }),
  })
  const page = (await response.json()) as { documents: string[]; examined: number }
  expect(page.documents).toHaveLength(20)
  return page.examined
}

test('a page of 20 examines as much out of 50,000 documents as out of 1,000', async () => {
  for (const [name, total] of Object.entries(SIZES))
    for (const communityId of communitiesOf(total, 5)) {
      // 21: one more tells whether there is another page.
      expect(await examined(name, { communityId }, { at: -1 })).toBe(21)
      const at = { $lt: benchDocument(total / 2, total).at }
      expect(await examined(name, { communityId, at }, { at: -1 })).toBe(21)
    }
})

test('the count tells an index from none', async () => {
  expect(await examined('large', { state: 'open' }, { at: -1 })).toBe(SIZES.large)
})
