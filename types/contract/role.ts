import * as v from 'valibot'

/**
 * What a person may be in a region (DESIGN.md glossary). `resident` is given by a home, every other by an
 * invitation, and the first `administrator` by the environment's claim code.
 */
export const role = v.picklist([
  'resident',
  'volunteer',
  'provider',
  'propertyManager',
  'repairWorker',
  'ownersCommittee',
  'assemblyRepresentative',
  'socialWorker',
  'staff',
  'streetOfficer',
  'districtOfficer',
  'administrator',
])
export type Role = v.InferOutput<typeof role>

/** A role that somebody gives: any but that of a resident, which comes with a home. */
export const givenRole = v.picklist(role.options.filter((one) => one !== 'resident'))
export type GivenRole = Exclude<Role, 'resident'>
