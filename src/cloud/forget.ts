import { mutate } from 'swr'
import { forgetAllDrafts } from '../lib/drafts'
import { stopActing } from '../lib/acting'
import { showUnread } from '../lib/unread-count'

/** Nothing that the cloud answered, and nothing that was being written, stays in this program: who it was about is gone. */
export function forgetEverything(): void {
  stopActing()
  forgetAllDrafts()
  showUnread(0)
  void mutate(() => true, undefined, { revalidate: false })
}
