import { View } from '@tarojs/components'
import type { CallError } from '../../types/contract/wire'
import { Button } from './button'
import './load-more.css'
import { Notice } from './notice'
import { UI_TEXT } from './ui.text'

export interface LoadMoreProps {
  pages: {
    hasMore: boolean
    loadingMore: boolean
    moreError?: CallError | undefined
    loadMore: () => Promise<void>
  }
  say?: string
}

/** The rest of a list, by a button and not by scrolling. */
export function LoadMore({ pages, say = UI_TEXT.more }: LoadMoreProps) {
  if (!pages.hasMore) return null
  return (
    <View className="load-more">
      {pages.moreError ? <Notice tone="warn">{pages.moreError.message}</Notice> : null}
      <Button
        kind="second"
        busy={pages.loadingMore && UI_TEXT.moreBusy}
        onTap={() => void pages.loadMore()}
      >
        {say}
      </Button>
    </View>
  )
}
