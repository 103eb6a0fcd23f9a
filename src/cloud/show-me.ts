import type { Me } from '../../types/contract/account'
import { updateQuery } from './query-cache'

/** Puts oneself, as a command replied, wherever one is shown, instead of asking again. */
export function showMe(me: Me): void {
  updateQuery('account.me', {}, undefined, () => me)
  updateQuery('home.view', {}, undefined, (view) => ({ ...view, me }))
}
