import { ForRoles } from '../../../cloud/for-roles'
import { usePages } from '../../../cloud/use-pages'
import { openDeskProviders, openDeskService } from '../../../lib/routes'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Button } from '../../../ui/button'
import { Wide } from '../../../ui/desk'
import { List, ListRow } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { PickRow } from '../../../ui/pick-row'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { KEEPERS, OFFICE } from './keep-roles'
import { KEEP_TEXT } from './keep.text'

const TEXT = KEEP_TEXT.list

/** The services that somebody keeps: staff all of the community's, a provider's people their own. */
export function DeskServicesView() {
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={KEEPERS}>
        {({ roles }) => <Services office={roles.some((role) => OFFICE.includes(role))} />}
      </ForRoles>
    </Screen>
  )
}

function Services({ office }: { office: boolean }) {
  const pages = usePages('booking.listOffered')
  usePullRefresh(pages.first.refresh)
  return (
    <Loaded
      load={pages.first}
      skeleton={<Skeleton blocks={['row', 'row', 'row', 'row']} />}
      onRetry={() => void pages.first.refresh()}
    >
      {() => (
        <Wide>
          <Stack>
            <Button onTap={() => void openDeskService('')}>{TEXT.add}</Button>
            {office ? (
              <List>
                <ListRow
                  icon="jobs"
                  title={TEXT.providers}
                  say={TEXT.providersSay}
                  onTap={() => void openDeskProviders()}
                />
              </List>
            ) : null}
            {pages.items.length === 0 ? (
              <Standstill icon="services" title={TEXT.none} say={TEXT.noneSay} />
            ) : (
              <List>
                {pages.items.map((one) => (
                  <PickRow
                    key={one.serviceId}
                    title={one.name}
                    say={one.providerName}
                    more={TEXT.ahead(one.slotsAhead)}
                    badge={one.state === 'paused' ? { tone: 'warn', say: TEXT.paused } : undefined}
                    onTap={() => void openDeskService(one.serviceId)}
                  />
                ))}
              </List>
            )}
            <LoadMore pages={pages} say={TEXT.more} />
          </Stack>
        </Wide>
      )}
    </Loaded>
  )
}
