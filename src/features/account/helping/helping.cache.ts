import type { Helping } from '../../../../types/contract/account-helping'
import { updateQuery } from '../../../cloud/query-cache'

/** Puts what a command replied with wherever it is shown: the lists, and what home and 我的 say of them. */
export function showHelping(helping: Helping): void {
  const part = {
    dependents: helping.dependents,
    asking: helping.asking.filter(({ state }) => state === 'waiting').length,
  }
  updateQuery('account.listHelping', {}, undefined, () => helping)
  updateQuery('account.me', {}, undefined, (me) => ({ ...me, ...part }))
  updateQuery('home.view', {}, undefined, (view) => ({ ...view, me: { ...view.me, ...part } }))
}
