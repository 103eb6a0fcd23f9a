import type { DeskSlot } from '../../../../types/contract/booking-visits'
import { useQuery } from '../../../cloud/use-query'
import { type Filter, Filters } from '../../../ui/filters'
import { Loaded } from '../../../ui/loaded'
import { Say, Stack } from '../../../ui/stack'
import { UI_TEXT } from '../../../ui/ui.text'
import { DAY_TEXT } from './day.text'

const ALL = ''

/** What alone is looked at, by its id and its name. */
export interface Narrow {
  provider?: Filter
  service?: Filter
}

interface NarrowPartProps {
  office: boolean
  narrow: Narrow
  slots: readonly DeskSlot[]
  onNarrow: (narrow: Narrow) => void
}

/** One provider, or one service, of the day alone; what there is to choose from is asked for when it opens. */
export function NarrowPart({ office, narrow, slots, onNarrow }: NarrowPartProps) {
  const { provider, service } = narrow
  const services = servicesOf(slots)
  return (
    <Stack>
      {office ? (
        <Providers
          chosen={provider?.key ?? ALL}
          onChoose={(one) => onNarrow(one ? { provider: one } : {})}
        />
      ) : null}
      {services.length > 1 || service ? (
        <Filters
          label={DAY_TEXT.service}
          options={[{ key: ALL, say: DAY_TEXT.allServices }, ...services]}
          chosen={service?.key ?? ALL}
          onChoose={(key) => {
            const one = services.find((other) => other.key === key)
            onNarrow({ ...(provider ? { provider } : {}), ...(one ? { service: one } : {}) })
          }}
        />
      ) : null}
    </Stack>
  )
}

/** Every service of the slots, in the order of its first. */
export function servicesOf(slots: readonly DeskSlot[]): Filter[] {
  const services = new Map<string, Filter>()
  for (const { serviceId, serviceName } of slots)
    services.set(serviceId, { key: serviceId, say: serviceName })
  return [...services.values()]
}

interface ProvidersProps {
  chosen: string
  onChoose: (provider: Filter | undefined) => void
}

function Providers({ chosen, onChoose }: ProvidersProps) {
  const query = useQuery('booking.listProviders', {})
  return (
    <Loaded
      load={query}
      skeleton={<Say>{UI_TEXT.loading}</Say>}
      onRetry={() => void query.refresh()}
    >
      {({ items }) => {
        const options = items.map(({ providerId: key, name: say }) => ({ key, say }))
        return (
          <Filters
            label={DAY_TEXT.provider}
            options={[{ key: ALL, say: DAY_TEXT.allProviders }, ...options]}
            chosen={chosen}
            onChoose={(key) => onChoose(options.find((one) => one.key === key))}
          />
        )
      }}
    </Loaded>
  )
}
