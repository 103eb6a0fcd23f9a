import { View } from '@tarojs/components'
import { useState } from 'react'
import { usePages } from '../../cloud/use-pages'
import { goHome } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Filters } from '../../ui/filters'
import { Loaded } from '../../ui/loaded'
import { LoadMore } from '../../ui/load-more'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Stack } from '../../ui/stack'
import { Standstill } from '../../ui/standstill'
import { ANNOUNCEMENT_TEXT } from './announcement.text'
import { DisclosureRow } from './disclosure-row'
import { spokenDisclosure } from './disclosure.spoken'

const TEXT = ANNOUNCEMENT_TEXT.disclosures

type Kind = 'finance' | 'affairs'

/** What the community discloses of its money and its affairs, by year and category. */
export function DisclosuresView() {
  const [category, setCategory] = useState<Kind>()
  const [year, setYear] = useState<number>()
  const pages = usePages('announcement.listDisclosures', {
    ...(category ? { category } : {}),
    ...(year ? { year } : {}),
  })
  const { first, items } = pages
  usePullRefresh(first.refresh)
  const everything = category === undefined && year === undefined
  const showAll = () => {
    setCategory(undefined)
    setYear(undefined)
  }
  return (
    <Screen
      title={TEXT.title}
      aloud={
        first.status === 'ready' && items.length > 0
          ? items.map((item) => spokenDisclosure(item, first.now)).join('。')
          : undefined
      }
    >
      <Stack>
        <Filters
          label={TEXT.kind}
          options={[
            { key: 'both', say: TEXT.both },
            { key: 'finance', say: ANNOUNCEMENT_TEXT.category.finance },
            { key: 'affairs', say: ANNOUNCEMENT_TEXT.category.affairs },
          ]}
          chosen={category ?? 'both'}
          onChoose={(key) => setCategory(key === 'both' ? undefined : (key as Kind))}
        />
        <Loaded
          load={first}
          skeleton={<Skeleton blocks={['line', 'row', 'row', 'row']} />}
          onRetry={() => void first.refresh()}
        >
          {({ years }, now) => (
            <>
              {years.length > 1 || year !== undefined ? (
                <View className="disclosures__years">
                  <Filters
                    label={TEXT.year}
                    options={[
                      { key: '', say: TEXT.anyYear },
                      ...years.map((one) => ({ key: String(one), say: TEXT.yearSaid(one) })),
                    ]}
                    chosen={year === undefined ? '' : String(year)}
                    onChoose={(key) => setYear(key === '' ? undefined : Number(key))}
                  />
                </View>
              ) : null}
              {items.length === 0 && !pages.hasMore ? (
                <Standstill
                  icon="affairs"
                  title={everything ? TEXT.empty : TEXT.emptyHere}
                  say={everything ? TEXT.emptySay : TEXT.emptyHereSay}
                  action={
                    everything
                      ? { say: ANNOUNCEMENT_TEXT.list.home, onTap: () => void goHome() }
                      : { say: TEXT.showAll, onTap: showAll }
                  }
                />
              ) : (
                <View className="notice-list">
                  {items.map((item) => (
                    <DisclosureRow key={item.announcementId} row={item} now={now} />
                  ))}
                </View>
              )}
              <LoadMore pages={pages} />
            </>
          )}
        </Loaded>
      </Stack>
    </Screen>
  )
}
