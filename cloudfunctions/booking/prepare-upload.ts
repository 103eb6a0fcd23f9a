import { booking } from '../../types/contract/booking'
import { issueUpload } from '../shared/files'
import { handle } from '../shared/serve'

export const prepareUpload = handle(
  booking.prepareUpload,
  ({ actor, openid, tap }, { ending, bytes }) =>
    issueUpload({ who: openid, ref: actor.ref, kind: 'servicePicture', ending, bytes, tap }),
)
