import { vi } from 'vitest'
import type { CreditsDoc } from '../../cloudfunctions/shared/pushes'
import type { TestCloud } from './cloud'
import { allOf } from './database'

/**
 * Somebody lets WeChat send them one message of a template of the demo, and the ledger knows it: WeChat tells of it
 * in its own time, and of the second in which it was, so that one of the same second would be the same.
 */
export async function accept(cloud: TestCloud, openid: string, name: string): Promise<void> {
  const counted = async () =>
    (await allOf<CreditsDoc>(cloud, 'credits')).find(({ _id }) => _id === openid)?.events.length ??
    0
  const before = await counted()
  await cloud.answer(openid, `demo-${name}`)
  await vi.waitFor(
    async () => {
      if ((await counted()) <= before) throw new Error('WeChat has not told of it.')
    },
    { timeout: 20_000, interval: 100 },
  )
  await cloud.advance(1_000)
}
