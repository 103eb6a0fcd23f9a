import { booking } from '../../types/contract/booking'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { together } from '../shared/together'
import { workersIn } from './catalogue/workers'
import { presentProvider } from './catalogue/present-provider'
import { listProviderDocs } from './providers.query'

export const listProviders = handle(booking.listProviders, async ({ post, now }) => {
  const [providers, people] = await together([
    listProviderDocs(communityOf(post)),
    workersIn(post.region, now),
  ])
  const names = new Map(people.map(({ ref, name }) => [ref, name]))
  return {
    items: providers
      .map((doc) => presentProvider(doc, names))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh')),
    people,
  }
})
