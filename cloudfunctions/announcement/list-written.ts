import { announcement } from '../../types/contract/announcement'
import { LIMITS } from '../../types/contract/limits'
import { pageOf } from '../shared/list-key.rules'
import { roleKey } from '../shared/reader-keys.rules'
import { handle } from '../shared/serve'
import { authorNames } from './writing/authors.query'
import { presentWrittenRow } from './writing/present-written'
import { listOnDesk } from './writing/written.query'
import { roleOf } from './writing/writer'

/** A property manager sees what property managers wrote. */
export const listWritten = handle(
  announcement.listWritten,
  async (call, { region, state, after }) => {
    const role = roleOf(call, region)
    const desk = role === 'propertyManager' ? roleKey(role, region) : region
    const found = await listOnDesk(desk, { state, after })
    const nameOf = await authorNames(found.map(({ changedBy }) => changedBy))
    return pageOf(
      found.map((doc) => ({ ...doc, listKey: doc.deskKey })),
      LIMITS.announcementPage,
      (doc) => presentWrittenRow(doc, nameOf),
    )
  },
)
