import { tokenOf } from '../../types/contract/printed-code'
import type { KeyRing } from '../shared/seal'
import { lettersFrom } from './letters'

/** Letters before the check character: 23^11 of them, so that nobody tries them all. */
const LETTERS = 11

/**
 * The codes by which an environment with this ring is claimed, that of the newest key first. They follow
 * from the keys alone, so that whoever set them can print one without reaching the database.
 */
export const claimCodes = (ring: Pick<KeyRing, 'findAny'>): string[] =>
  ring.findAny('claim', 'administrator').map((mark) => tokenOf(lettersFrom(mark, LETTERS)))
