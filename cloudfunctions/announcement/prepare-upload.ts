import { announcement } from '../../types/contract/announcement'
import { issueUpload } from '../shared/files'
import { handle } from '../shared/serve'

export const prepareUpload = handle(
  announcement.prepareUpload,
  ({ actor, openid, tap }, { kind, ending, bytes }) =>
    issueUpload({ who: openid, ref: actor.ref, kind, ending, bytes, tap }),
)
