import { usePages } from '../../../cloud/use-pages'
import { formatMoment } from '../../../lib/time.format'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Wide } from '../../../ui/desk'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Say, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { Table } from '../../../ui/table'
import { actOf, actorOf, whyOf } from './trace.format'
import { TRAIL_TEXT } from './trail.text'

const TEXT = TRAIL_TEXT.audit
const COLUMNS = [
  { key: 'at', title: TEXT.columns.at, narrow: 'head' },
  { key: 'by', title: TEXT.columns.by, narrow: 'head' },
  { key: 'as', title: TEXT.columns.as, narrow: 'line' },
  { key: 'did', title: TEXT.columns.did, narrow: 'line' },
  { key: 'whom', title: TEXT.columns.whom, narrow: 'line' },
  { key: 'why', title: TEXT.columns.why, narrow: 'line' },
] as const

/** The community's audit trail, for those who answer for it. */
export function AuditView() {
  const pages = usePages('account.listAudit')
  usePullRefresh(pages.first.refresh)
  return (
    <Screen own title={TEXT.title}>
      <Loaded
        load={pages.first}
        skeleton={<Skeleton blocks={['line', 'row', 'row', 'row', 'row']} />}
        onRetry={() => void pages.first.refresh()}
      >
        {(_, now) => (
          <Wide>
            {pages.items.length === 0 ? (
              <Standstill icon="shield" title={TEXT.empty} say={TEXT.emptySay} />
            ) : (
              <Stack>
                <Say>{TEXT.say}</Say>
                <Table
                  label={TEXT.table}
                  columns={COLUMNS}
                  rows={pages.items.map((trace) => ({
                    key: trace.factId,
                    cells: {
                      at: formatMoment(trace.at, now),
                      by: trace.byName ?? TEXT.someone,
                      as: actorOf(trace),
                      did: actOf(trace),
                      whom: trace.whom ?? '',
                      why: whyOf(trace) ?? '',
                    },
                  }))}
                />
                <LoadMore pages={pages} say={TEXT.more} />
              </Stack>
            )}
          </Wide>
        )}
      </Loaded>
    </Screen>
  )
}
