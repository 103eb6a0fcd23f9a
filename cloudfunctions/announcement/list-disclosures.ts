import { announcement } from '../../types/contract/announcement'
import { handle } from '../shared/serve'
import { whoseOf } from './announcement.query'
import { listDisclosed } from './disclosure/disclosure.query'
import { readerOf } from './reader.query'

export const listDisclosures = handle(
  announcement.listDisclosures,
  async (call, { category, year, region, after }) => {
    const { keys } = await readerOf(call)
    const categories = category === undefined ? (['finance', 'affairs'] as const) : [category]
    return listDisclosed(whoseOf(keys, region), categories, { year, after, now: call.now })
  },
)
