import type { Role } from '../../../../types/contract/role'

/** Who keeps services, and who of them keeps all of the community's. The cloud decides again at each call. */
export const OFFICE: readonly Role[] = ['staff', 'socialWorker']
export const KEEPERS: readonly Role[] = [...OFFICE, 'provider']
