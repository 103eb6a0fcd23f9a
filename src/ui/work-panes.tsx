import { Fragment, type ReactNode, useState } from 'react'
import type { Load } from '../lib/load.model'
import { usePullRefresh } from '../lib/use-pull-refresh'
import type { IconName } from './icon'
import { List } from './list'
import { Loaded } from './loaded'
import { LoadMore, type LoadMoreProps } from './load-more'
import { Notice } from './notice'
import { Panes } from './panes'
import { PickRow, type PickRowProps } from './pick-row'
import { Skeleton } from './skeleton'
import { Stack } from './stack'
import { Standstill } from './standstill'

/** What of the work stands open, by its id, and what became of the last that was done: said until another is opened. */
export function useWork() {
  const [chosen, setChosen] = useState<string>()
  const [said, setSaid] = useState<string>()
  const choose = (id: string) => {
    setSaid(undefined)
    setChosen(id)
  }
  const close = () => setChosen(undefined)
  /** One is done, or another list is looked at: none stands open. */
  const settle = (say?: string) => {
    setSaid(say)
    setChosen(undefined)
  }
  return { chosen, said, choose, close, settle }
}

interface WorkPanesProps<Page, Item> {
  work: ReturnType<typeof useWork>
  pages: LoadMoreProps['pages'] & { first: Load<Page> & { refresh: () => Promise<void> } }
  items: readonly Item[]
  idOf: (item: Item) => string
  rowOf: (item: Item, now: number) => Omit<PickRowProps, 'chosen' | 'onTap'>
  text: Record<'more' | 'back' | 'empty' | 'emptySay' | 'choose' | 'chooseSay', string>
  /** Of the place where one opens. */
  icon: IconName
  /** Above the list. */
  head?: (page: Page) => ReactNode
  detail: (item: Item, now: number) => ReactNode
  /** Below what is open, or the word that one is to be chosen; with an empty list there is nothing. */
  below?: (page: Page) => ReactNode
}

/** Work that waits: a list read page by page, and what is open of it, which is done there. */
export function WorkPanes<Page, Item>(props: WorkPanesProps<Page, Item>) {
  const { work, pages, items, idOf, rowOf, text, icon, head, detail, below } = props
  const { chosen, said } = work
  const { first } = pages
  usePullRefresh(first.refresh)
  const open = items.find((item) => idOf(item) === chosen)
  return (
    <Loaded
      load={first}
      skeleton={<Skeleton blocks={['line', 'row', 'row', 'row']} />}
      onRetry={() => void first.refresh()}
    >
      {(page, now) => (
        <Panes
          open={open !== undefined}
          back={{ say: text.back, onTap: work.close }}
          list={
            <Stack>
              {head?.(page)}
              {said ? (
                <Notice tone="plain" icon="check">
                  {said}
                </Notice>
              ) : null}
              {items.length === 0 ? (
                <Standstill icon="check" title={text.empty} say={text.emptySay} />
              ) : (
                <List>
                  {items.map((item) => (
                    <PickRow
                      key={idOf(item)}
                      {...rowOf(item, now)}
                      chosen={item === open}
                      onTap={() => work.choose(idOf(item))}
                    />
                  ))}
                </List>
              )}
              <LoadMore pages={pages} say={text.more} />
            </Stack>
          }
          detail={
            items.length === 0 ? null : (
              <Stack>
                {open ? (
                  <Fragment key={idOf(open)}>{detail(open, now)}</Fragment>
                ) : (
                  <Standstill icon={icon} title={text.choose} say={text.chooseSay} />
                )}
                {below?.(page)}
              </Stack>
            )
          }
        />
      )}
    </Loaded>
  )
}
