import { useEffect } from 'react'
import type { Contract } from '../../../types/contract'
import { updateQuery } from '../../cloud/query-cache'
import { showUnread } from '../../lib/unread-count'

/** The tab bar's count follows what home was answered. While acting home says nothing of one's own messages. */
export function useHomesUnread(view: Contract['home.view']['output'] | undefined): void {
  const unread = view?.message?.unread
  const known = unread !== undefined
  useEffect(() => {
    if (known) showUnread(unread)
  }, [known, unread])
}

/** Shows a count wherever it stands: on the tab bar, and in home's own answer. */
export function tellUnread(unread: number): void {
  showUnread(unread)
  updateQuery('home.view', {}, undefined, (view) =>
    view.message ? { ...view, message: { ...view.message, unread } } : view,
  )
}
