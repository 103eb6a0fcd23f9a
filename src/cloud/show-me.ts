import type { Me } from '../../types/contract/account'
import { updateQuery } from './query-cache'

/** Puts the person that a command replied with wherever they are shown, instead of asking again. */
export function showMe(me: Me): void {
  updateQuery('account.me', {}, () => me)
  updateQuery('home.view', {}, (view) => ({ ...view, me }))
}
