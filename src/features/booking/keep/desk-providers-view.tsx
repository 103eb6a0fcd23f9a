import { useState } from 'react'
import type { Contract } from '../../../../types/contract'
import type { Provider } from '../../../../types/contract/booking-catalogue'
import { ForRoles } from '../../../cloud/for-roles'
import { updateQuery } from '../../../cloud/query-cache'
import { useQuery } from '../../../cloud/use-query'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Button } from '../../../ui/button'
import { Wide } from '../../../ui/desk'
import { List } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { PickRow } from '../../../ui/pick-row'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { OFFICE } from './keep-roles'
import { KEEP_TEXT } from './keep.text'
import { ProviderForm } from './provider-form'

const TEXT = KEEP_TEXT.providers

/** Who gives services, and who may keep theirs: staff alone say so. */
export function DeskProvidersView() {
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={OFFICE}>{() => <Providers />}</ForRoles>
    </Screen>
  )
}

function Providers() {
  const query = useQuery('booking.listProviders', {})
  usePullRefresh(query.refresh)
  /** The one that is changed; '' for a new one. */
  const [writing, setWriting] = useState<string>()
  const [said, setSaid] = useState<string>()
  const show = (provider: Provider) => {
    updateQuery('booking.listProviders', {}, undefined, (known) => withOne(known, provider))
    setWriting(undefined)
    setSaid(TEXT.saved)
  }
  const open = (providerId: string) => {
    setSaid(undefined)
    setWriting(providerId)
  }
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['row', 'row', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {({ items, people }) => (
        <Wide>
          {writing !== undefined ? (
            <ProviderForm
              before={items.find(({ providerId }) => providerId === writing)}
              people={people}
              onLeave={() => setWriting(undefined)}
              onDone={show}
              onStale={() => void query.refresh()}
            />
          ) : (
            <Stack>
              {said ? (
                <Notice tone="plain" icon="check">
                  {said}
                </Notice>
              ) : null}
              {items.length === 0 ? (
                <Standstill icon="jobs" title={TEXT.none} say={TEXT.noneSay} />
              ) : (
                <List>
                  {items.map(({ providerId, name, phone, members }) => (
                    <PickRow
                      key={providerId}
                      title={name}
                      say={phone}
                      more={members.map((one) => one.name).join('、') || TEXT.nobody}
                      onTap={() => open(providerId)}
                    />
                  ))}
                </List>
              )}
              <Button onTap={() => open('')}>{TEXT.add}</Button>
            </Stack>
          )}
        </Wide>
      )}
    </Loaded>
  )
}

type Listed = Contract['booking.listProviders']['output']

/** In the place that it had, or at the end. */
const withOne = (known: Listed, provider: Provider): Listed => {
  const isIt = ({ providerId }: Provider) => providerId === provider.providerId
  const items = known.items.some(isIt)
    ? known.items.map((one) => (isIt(one) ? provider : one))
    : [...known.items, provider]
  return { ...known, items }
}
