import { mutate } from 'swr'
import { forgetAllDrafts } from '../lib/drafts'
import { stopActing } from '../lib/acting'

/** Nothing that the cloud answered, and nothing that was being written, stays in this program: who it was about is gone. */
export function forgetEverything(): void {
  stopActing()
  forgetAllDrafts()
  void mutate(() => true, undefined, { revalidate: false })
}
