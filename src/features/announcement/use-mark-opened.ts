import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '../../cloud/use-command'
import { showDid } from './announcement.done'
import type { Published } from './announcement.spoken'

/** Shorter than this nobody has read even a title, ms. */
const LOOKED_AT = 1_000

/**
 * Tells the cloud once that an announcement was really shown: its page in sight for a moment, with its words.
 * Where it cannot be told, or is not the reader's to have opened, reading goes on without a word.
 */
export function useMarkOpened(view: Published | undefined): void {
  const { run } = useCommand('announcement.markOpened')
  const [inSight, setInSight] = useState(true)
  useDidShow(() => setInSight(true))
  useDidHide(() => setInSight(false))
  const told = useRef<string>(undefined)

  useEffect(() => {
    if (!view?.unread || !inSight) return undefined
    const { announcementId, formers } = view
    // Once it was corrected, it may be there to be read again.
    const shown = `${announcementId} ${formers.length}`
    if (told.current === shown) return undefined
    const look = setTimeout(() => {
      told.current = shown
      void run({ announcementId }).then((result) => {
        if (result?.ok) showDid({ announcementId, done: result.data.done, whom: result.whom }, view)
      })
    }, LOOKED_AT)
    return () => clearTimeout(look)
  }, [view, inSight, run])
}
