import { announcement } from '../../types/contract/announcement'
import { handle } from '../shared/serve'
import { presentWritten } from './writing/present-written'
import { getWritten } from './writing/writer'

export const viewWritten = handle(announcement.viewWritten, async (call, input) =>
  presentWritten(await getWritten(call, input)),
)
