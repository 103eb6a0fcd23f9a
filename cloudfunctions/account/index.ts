import { serve } from '../shared/serve'
import { acceptInvitation } from './accept-invitation'
import { addDependent } from './add-dependent'
import { agree } from './agree'
import { answerRequest } from './answer-request'
import { applyImport } from './apply-import'
import { chooseHome } from './choose-home'
import { claimAdministrator } from './claim-administrator'
import { confirmHelper } from './confirm-helper'
import { endResidence } from './end-residence'
import { endHelping } from './end-helping'
import { endInvitation } from './end-invitation'
import { endRole } from './end-role'
import { eraseMe } from './erase-me'
import { exportMyData } from './export-my-data'
import { findResident } from './find-resident'
import { importRoster } from './import-roster'
import { invite } from './invite'
import { joinHousehold } from './join-household'
import { listAudit } from './list-audit'
import { listHeads } from './list-heads'
import { listHelping } from './list-helping'
import { listPlaces } from './list-places'
import { listRequests } from './list-requests'
import { listRoles } from './list-roles'
import { listTraces } from './list-traces'
import { makeHouseholdCode } from './make-household-code'
import { me } from './me'
import { mergeResidents } from './merge-residents'
import { prepareUpload } from './prepare-upload'
import { previewErasure } from './preview-erasure'
import { refuseHelper } from './refuse-helper'
import { savePhone } from './save-phone'
import { revealResident } from './reveal-resident'
import { savePlace } from './save-place'
import { saveResident } from './save-resident'
import { viewImport } from './view-import'
import { viewInvitation } from './view-invitation'
import { viewResident } from './view-resident'
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
  findResident,
  viewResident,
  saveResident,
  revealResident,
  mergeResidents,
  endResidence,
  prepareUpload,
  importRoster,
  viewImport,
  applyImport,
  exportMyData,
  previewErasure,
  eraseMe,
  listTraces,
  listAudit,
  listHeads,
})
