import { serve } from '../shared/serve'
import { agree } from './agree'
import { applyImport } from './apply-import'
import { importRoster } from './import-roster'
import { me } from './me'
import { prepareUpload } from './prepare-upload'
import { viewImport } from './view-import'

export const main = serve('account', {
  me,
  agree,
  prepareUpload,
  importRoster,
  viewImport,
  applyImport,
})
