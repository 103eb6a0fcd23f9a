import type { FunctionComponent } from 'react'
import { HouseholdCode } from '../../features/account/household.code'
import { InvitationCode } from '../../features/account/invitation.code'
import { RollingCodeScanned } from '../../features/booking/rolling.code'
import { DeskCode } from '../../features/directory/directory.code'

/** What a feature gives to the scan page: it asks the cloud what a token stands for, and shows that. */
export type CodeView = FunctionComponent<{
  token: string
  /** Back to scanning, when this code leads nowhere. */
  onAgain: () => void
}>

/**
 * Every kind of printed code by its letter. A feature joins by adding its own; a letter is never used
 * again for something else, since what was printed stays on walls.
 */
export const CODES: Readonly<Partial<Record<string, CodeView>>> = {
  /** A service counter, an office. */
  d: DeskCode,
  /** A home: whoever lives there joins with it. */
  h: HouseholdCode,
  /** An invitation to a role. */
  i: InvitationCode,
  /** A person's own, which changes: drawn by their phone, and never printed. */
  y: RollingCodeScanned,
}
