import type { Role } from '../../../../types/contract/account'

/** Who answers for the office of a community; the cloud decides again. */
export const OFFICE_ROLES: readonly Role[] = ['staff', 'socialWorker']
