import type { Account } from './actor'

/** The version of the privacy policy in force: the day it took effect. Its text is on the phone (features/account/policy.text.ts). */
export const POLICY_VERSION = '2026-11-01'

/** Has this person agreed to the policy in force? Before that nothing personal is taken from them. */
export const hasConsented = ({ policy }: Pick<Account, 'policy'>): boolean =>
  policy?.version === POLICY_VERSION
