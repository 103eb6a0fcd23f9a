import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { Contract } from '../../../types/contract'
import { useAskMessages } from '../../cloud/use-ask-messages'
import { useCommand } from '../../cloud/use-command'
import { useMyself } from '../../cloud/use-myself'
import { useActing } from '../../lib/acting'
import { showReserved } from './booking.cache'
import { useNoteDraft, useWishDraft } from './booking.draft'
import { noteOf } from './booking.note'
import { missingOf, subsidyFor, type WishDraft, wishInput } from './booking.wish'
import { WISH_TEXT } from './booking.wish.text'
import { useDaySlots } from './use-day-slots'

type Reserved = Contract['booking.reserve']['output']

/** Everything the last look before a booking knows and does; what was typed and chosen survives every refusal. */
export function useConfirm(serviceId: string, slotId: string, day: string) {
  const { load, slots, refresh } = useDaySlots(serviceId, day)
  const slot = slots.find((one) => one.slotId === slotId)
  const view = load.status === 'ready' ? load.data : undefined
  const reserve = useCommand('booking.reserve')
  const askMessages = useAskMessages()
  const note = useNoteDraft(serviceId)
  const wish = useWishDraft(serviceId)
  const others = useOthers()
  const [missing, setMissing] = useState<readonly string[]>([])
  const [done, setDone] = useState<{ reserved: Reserved; now: number }>()
  // Back from my bookings, where the way may have been cleared: the button to book stands here again.
  useDidShow(reserve.forget)

  const submit = async (change: Partial<WishDraft> = {}) => {
    if (!slot || !view) return
    wish.change((draft) => ({ ...draft, ...change }))
    const unanswered = missingOf(view.service.terms.questions, wish.latest())
    setMissing(unanswered)
    if (unanswered.length > 0) return
    askMessages(['booking', 'announcement', 'reply'])
    const draft = wish.latest()
    const input = wishInput({
      slot,
      view,
      draft,
      note: noteOf(note.latest()),
      others: others.people,
    })
    const result = await reserve.run(input)
    if (!result?.ok) return
    note.drop()
    wish.drop()
    showReserved(result.data, { now: result.now, whom: result.whom, me: others.me })
    setDone({ reserved: result.data, now: result.now })
  }
  const answer = (key: string, text: string) => {
    setMissing((keys) => keys.filter((one) => one !== key))
    wish.change((draft) => ({ ...draft, answers: { ...draft.answers, [key]: text } }))
  }
  const subsidy = view && slot ? subsidyFor(view, slot) : undefined
  return {
    ...{ load, refresh, slot, view, reserve, note, wish, others, missing, done, subsidy },
    ...{ submit, answer },
  }
}

/** Whom the caller may book for besides the person it is for; `me`: the caller's own id. */
function useOthers() {
  const acting = useActing()
  const me = useMyself()
  const own = me?.homes.find(({ current }) => current)?.residentId
  const dependents = (me?.dependents ?? []).filter(
    ({ residentId }) => residentId !== acting?.residentId,
  )
  const myself =
    acting && own !== undefined ? [{ residentId: own, name: WISH_TEXT.alongMyself }] : []
  return { people: [...myself, ...dependents], me: own }
}
