import type { ErrorCode } from '../../types/contract/errors'
import type { CodeDoc } from './account.docs'
import { findCode, tryCode } from './codes.store'
import { splitLetters } from './letters'
import { stateOf } from './roles.query'

/**
 * The open invitation of these letters, or why there is none. `mine`: one that this account has used is
 * open to it still, so that accepting can be finished after a crash.
 */
export async function readInvitation(
  letters: string,
  now: number,
  mine?: string,
): Promise<
  CodeDoc | Extract<ErrorCode, 'CODE_UNKNOWN' | 'CODE_LOCKED' | 'CODE_EXPIRED' | 'CODE_USED'>
> {
  const parts = splitLetters(letters)
  const code = parts && (await findCode(parts.finding))
  if (code?.kind !== 'invitation') return 'CODE_UNKNOWN'
  const wrong = await tryCode(code, parts?.proving ?? '', now)
  // Wrong letters and no such code are the same to whoever guesses.
  if (wrong) return wrong === 'CODE_LOCKED' ? wrong : 'CODE_UNKNOWN'
  if (mine !== undefined && code.usedBy === mine) return code
  const state = stateOf(code, now)
  return state === 'open' ? code : state === 'expired' ? 'CODE_EXPIRED' : 'CODE_USED'
}
