import { announcement } from '../../types/contract/announcement'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { afterAll, repeatedOf, unpublishedOnly } from './writing/changing'
import { presentWritten } from './writing/present-written'
import { publishNow } from './writing/publishing'
import { getWritten } from './writing/writer'

export const publish = handle(announcement.publish, async (call, input) => {
  const { actor, now, tap } = call
  const doc = await getWritten(call, input)
  const repeated = await repeatedOf(doc, call)
  if (repeated) return presentWritten(repeated)
  unpublishedOnly(doc)
  if (doc.version !== input.version) return refuse('CHANGED')
  const published = await publishNow(doc, { at: now, by: actor.ref, tap })
  return presentWritten(published ?? (await afterAll(call, input, unpublishedOnly)))
})
