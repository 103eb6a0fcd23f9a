import { Text, View } from '@tarojs/components'
import { usePages } from '../../../cloud/use-pages'
import { formatMoment } from '../../../lib/time.format'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Say, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { sentenceOf, whyOf } from './trace.format'
import { TRAIL_TEXT } from './trail.text'
import './traces-view.css'

const TEXT = TRAIL_TEXT.mine

/** What others did with one's data, newest first. */
export function TracesView() {
  const pages = usePages('account.listTraces')
  usePullRefresh(pages.first.refresh)
  const spoken =
    pages.first.status === 'ready'
      ? pages.items.map(sentenceOf).join('。') || TEXT.empty + TEXT.emptySay
      : undefined
  return (
    <Screen title={TEXT.title} aloud={spoken}>
      <Loaded
        load={pages.first}
        skeleton={<Skeleton blocks={['line', 'row', 'row', 'row']} />}
        onRetry={() => void pages.first.refresh()}
      >
        {(_, now) =>
          pages.items.length === 0 ? (
            <Standstill icon="shield" title={TEXT.empty} say={TEXT.emptySay} />
          ) : (
            <Stack>
              <Say>{TEXT.say}</Say>
              <Stack card>
                {pages.items.map((trace) => (
                  <View key={trace.factId} className="trace">
                    <Text className="trace__what">{sentenceOf(trace)}</Text>
                    <Say>
                      {[formatMoment(trace.at, now), whyOf(trace)].filter(Boolean).join('，')}
                    </Say>
                  </View>
                ))}
              </Stack>
              <LoadMore pages={pages} say={TEXT.more} />
            </Stack>
          )
        }
      </Loaded>
    </Screen>
  )
}
