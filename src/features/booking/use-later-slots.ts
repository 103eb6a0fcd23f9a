import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { Contract } from '../../../types/contract'
import type { Slot } from '../../../types/contract/booking'
import type { CallError } from '../../../types/contract/wire'
import { callPatiently } from '../../cloud/call-patiently'
import { useWhom } from '../../cloud/for-others'
import { rangeAfter, withSlots } from './booking.slots'

interface Later {
  /** Where the first slots ended when these were read: once they end elsewhere, these no longer fit. */
  from: string
  /** For whom: a slot says whether they have booked it. */
  whom: string | undefined
  slots: Slot[]
  next?: string | undefined
}

/** The slots of a service after those that its screen came with, read when asked for. */
export function useLaterSlots({ service, slots, next }: Contract['booking.viewService']['output']) {
  const [later, setLater] = useState<Later>()
  const [state, setState] = useState<{ busy: boolean; error?: CallError }>({ busy: false })
  const whom = useWhom('booking.listSlots')
  const fitting = later && later.from === next && later.whom === whom ? later : undefined
  const after = fitting ? fitting.next : next
  const all = withSlots(slots, fitting?.slots ?? [])

  const read = async (known: readonly Slot[], from: string) => {
    if (state.busy || next === undefined) return
    setState({ busy: true })
    const { serviceId } = service
    const range = { serviceId, ...rangeAfter(known), after: from }
    const result = await callPatiently('booking.listSlots', range, { whom })
    setState(result.ok ? { busy: false } : { busy: false, error: result.error })
    if (!result.ok) return
    const read = withSlots(known.slice(slots.length), result.data.items)
    setLater({ from: next, whom, slots: read, next: result.data.next })
  }
  // Back from booking: the places left are others now. What went beyond one page is asked for again.
  useDidShow(() => {
    if (fitting && next !== undefined) void read(slots, next)
  })

  return {
    slots: all,
    error: state.error,
    more:
      after === undefined ? undefined : { busy: state.busy, onTap: () => void read(all, after) },
  }
}
