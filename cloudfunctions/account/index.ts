import { serve } from '../shared/serve'
import { acceptInvitation } from './accept-invitation'
import { addDependent } from './add-dependent'
import { agree } from './agree'
import { answerRequest } from './answer-request'
import { chooseHome } from './choose-home'
import { claimAdministrator } from './claim-administrator'
import { confirmHelper } from './confirm-helper'
import { endHelping } from './end-helping'
import { endInvitation } from './end-invitation'
import { endRole } from './end-role'
import { invite } from './invite'
import { joinHousehold } from './join-household'
import { listHelping } from './list-helping'
import { listPlaces } from './list-places'
import { listRequests } from './list-requests'
import { listRoles } from './list-roles'
import { makeHouseholdCode } from './make-household-code'
import { me } from './me'
import { refuseHelper } from './refuse-helper'
import { savePhone } from './save-phone'
import { savePlace } from './save-place'
import { viewInvitation } from './view-invitation'
import { withdrawRequest } from './withdraw-request'

export const main = serve('account', {
  me,
  agree,
  chooseHome,
  savePhone,
  joinHousehold,
  withdrawRequest,
  listRequests,
  answerRequest,
  makeHouseholdCode,
  listHelping,
  addDependent,
  confirmHelper,
  refuseHelper,
  endHelping,
  listRoles,
  invite,
  endInvitation,
  viewInvitation,
  acceptInvitation,
  endRole,
  claimAdministrator,
  listPlaces,
  savePlace,
})
