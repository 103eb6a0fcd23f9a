import { announcement } from '../../types/contract/announcement'
import { handle } from '../shared/serve'
import { findingsIn } from './writing/reading-aid.rules'
import { readBody } from './writing/said'

export const preview = handle(announcement.preview, async (_call, { title, body }) => ({
  blocks: await readBody(body, 'body'),
  findings: findingsIn({ title, body }),
}))
