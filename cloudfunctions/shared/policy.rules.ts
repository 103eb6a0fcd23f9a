/** The version of the privacy policy in force: the day it took effect. Its text is on the phone (features/account/policy.text.ts). */
export const POLICY_VERSION = '2026-11-23'
