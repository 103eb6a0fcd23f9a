import { useState } from 'react'
import { usePages } from '../../../cloud/use-pages'
import { Button } from '../../../ui/button'
import { Filters } from '../../../ui/filters'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { Say, Stack } from '../../../ui/stack'
import { UI_TEXT } from '../../../ui/ui.text'
import { USE_TEXT } from './use.text'

const TEXT = USE_TEXT.ratings

interface ServiceFilterProps {
  chosen: string | undefined
  onChoose: (serviceId: string | undefined) => void
}

/** All services or one of them. Which there are is asked for at a tap: most look at all. */
export function ServiceFilter({ chosen, onChoose }: ServiceFilterProps) {
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <Button kind="second" icon="search" onTap={() => setOpen(true)}>
        {TEXT.pick}
      </Button>
    )
  }
  return <Offered {...{ chosen, onChoose }} />
}

function Offered({ chosen, onChoose }: ServiceFilterProps) {
  const pages = usePages('booking.listOffered')
  return (
    <Loaded
      load={pages.first}
      skeleton={<Say>{UI_TEXT.loading}</Say>}
      onRetry={() => void pages.first.refresh()}
    >
      {() => (
        <Stack>
          <Filters
            label={TEXT.service}
            options={[
              { key: '', say: TEXT.all },
              ...pages.items.map(({ serviceId, name }) => ({ key: serviceId, say: name })),
            ]}
            chosen={chosen ?? ''}
            onChoose={(key) => onChoose(key === '' ? undefined : key)}
          />
          <LoadMore pages={pages} say={TEXT.moreServices} />
        </Stack>
      )}
    </Loaded>
  )
}
