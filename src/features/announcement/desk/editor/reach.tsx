import { useState } from 'react'
import type { Contract } from '../../../../../types/contract'
import type { Audience } from '../../../../../types/contract/announcement-content'
import { useQuery } from '../../../../cloud/use-query'
import { Button } from '../../../../ui/button'
import { Figures } from '../../../../ui/figures'
import { Notice } from '../../../../ui/notice'
import { Say, Stack } from '../../../../ui/stack'
import { AUDIENCE_TEXT } from './audience.text'
import { useSettled } from './use-settled'

const TEXT = AUDIENCE_TEXT.reach
/** Several choices in a row are counted once. */
const SETTLED_MS = 600

interface ReachProps {
  region: string
  audience: Audience
  /** The audience is not chosen yet. */
  unfit: boolean
}

/** How many people it reaches, counted anew when the audience changes; the last count stands meanwhile. */
export function Reach({ region, audience, unfit }: ReachProps) {
  const asked = JSON.stringify(audience)
  const settled = useSettled(asked, SETTLED_MS)
  const query = useQuery(
    'announcement.countReach',
    { region, audience: JSON.parse(settled) as Audience },
    { wanted: !unfit },
  )
  const counted = query.status === 'ready' ? query.data : undefined
  const [last, setLast] = useState(counted)
  if (counted && counted !== last) setLast(counted)
  if (unfit) return <Say>{TEXT.wait}</Say>
  if (query.status === 'error' || query.status === 'offline') {
    return (
      <Stack>
        <Notice tone="warn">{`${TEXT.failed}${query.error.message}`}</Notice>
        <Button kind="second" onTap={() => void query.refresh()}>
          {TEXT.again}
        </Button>
      </Stack>
    )
  }
  const waiting = query.status !== 'ready' || settled !== asked
  return (
    <Stack>
      {last ? <Counted {...last} /> : null}
      {waiting ? <Say>{TEXT.counting}</Say> : null}
    </Stack>
  )
}

type CountedProps = Contract['announcement.countReach']['output']

function Counted({ people, withPhone, atLeast }: CountedProps) {
  if (people === 0) return <Notice tone="warn">{TEXT.none}</Notice>
  return (
    <Stack>
      <Figures
        figures={[
          { say: TEXT.figures.people, value: people },
          { say: TEXT.figures.phone, value: withPhone },
          { say: TEXT.figures.without, value: people - withPhone },
        ]}
      />
      {atLeast ? <Say>{TEXT.atLeast}</Say> : null}
    </Stack>
  )
}
