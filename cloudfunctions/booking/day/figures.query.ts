import { _, readCollection } from '../../shared/db'
import type { FiguresDoc } from './figures.docs'
import type { Narrowed } from './narrowed'

const figures = readCollection<FiguresDoc>('bookingFigures')

/** The most that one request reads, and requests: a hundred services for twelve months are fewer. */
const MOST = 1_000
const REQUESTS = 3

export type Month = Pick<
  FiguresDoc,
  '_id' | 'serviceId' | 'serviceName' | 'providerId' | 'month' | 'total'
>

/** What was counted from one month to another, both included. */
export async function figuresOf(
  communityId: string,
  { fromMonth, toMonth }: { fromMonth: string; toMonth: string },
  { providers, serviceId }: Narrowed,
): Promise<Month[]> {
  const found: Month[] = []
  let after = ''
  for (let n = 0; n < REQUESTS; n++) {
    const some = await figures.list({
      where: {
        communityId,
        month: _.and(_.gte(fromMonth), _.lte(toMonth)),
        ...(providers === undefined ? {} : { providerId: _.in([...providers]) }),
        ...(serviceId === undefined ? {} : { serviceId }),
        _id: _.gt(after),
      },
      orderBy: [['_id', 'asc']],
      limit: MOST,
      fields: ['serviceId', 'serviceName', 'providerId', 'month', 'total'],
    })
    found.push(...some)
    if (some.length < MOST) break
    after = some.at(-1)?._id ?? ''
  }
  return found
}
