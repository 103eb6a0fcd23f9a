import type { Contract } from '../../../types/contract'
import { ACCOUNT_TEXT } from './account.text'

const { say, steps } = ACCOUNT_TEXT.newcomer

/** What a newcomer has to do; nothing for anyone else. */
export const spokenAccount = ({ me }: Contract['home.view']['output']): string | undefined =>
  me.state === 'newcomer' ? [say, ...steps].join('。') : undefined
