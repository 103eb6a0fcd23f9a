import { account } from '../../types/contract/account'
import { issueUpload } from '../shared/files'
import { handle } from '../shared/serve'

export const prepareUpload = handle(
  account.prepareUpload,
  ({ actor, openid, tap }, { kind, ending, bytes }) =>
    issueUpload({ who: openid, ref: actor.ref, kind, ending, bytes, tap }),
)
