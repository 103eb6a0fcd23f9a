import type { Role } from '../../../../types/contract/role'

/** Who works with visits to homes, and who of them is of the community's office. The cloud decides again at each call. */
export const OFFICE: readonly Role[] = ['staff', 'socialWorker']
export const CARE_ROLES: readonly Role[] = [...OFFICE, 'provider']
