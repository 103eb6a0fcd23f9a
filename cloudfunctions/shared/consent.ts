import type { Account } from './actor'
import { POLICY_VERSION } from './policy.rules'

export { POLICY_VERSION }

/** Has this person agreed to the policy in force? Before that nothing personal is taken from them. */
export const hasConsented = ({ policy }: Pick<Account, 'policy'>): boolean =>
  policy?.version === POLICY_VERSION
