import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { Contract } from '../../../types/contract'
import { useAskMessages } from '../../cloud/use-ask-messages'
import { useCommand } from '../../cloud/use-command'
import { useMyself } from '../../cloud/use-myself'
import { useActing } from '../../lib/acting'
import { showReserved } from './booking.cache'
import { useNoteDraft, useWishDraft } from './booking.draft'
import { isWaitable } from './booking.slots'
import { noteOf } from './booking.note'
import { missingOf, subsidyFor, type WishDraft, wishInput } from './booking.wish'
import { WISH_TEXT } from './booking.wish.text'
import { showTaken } from './use-line'
import { useDaySlots } from './use-day-slots'

/** Refusals after which the slot looks otherwise than it did. */
const SLOT_ANEW: readonly string[] = ['SLOT_FULL', 'SLOT_CLOSED', 'OFFER_OVER']

type Reserved = Contract['booking.reserve']['output']

/** Everything the last look before a booking knows and does; what was typed and chosen survives every refusal. */
export function useConfirm(serviceId: string, slotId: string, day: string) {
  const { load, slots, refresh } = useDaySlots(serviceId, day)
  const slot = slots.find((one) => one.slotId === slotId)
  const view = load.status === 'ready' ? load.data : undefined
  const reserve = useCommand('booking.reserve')
  const accept = useCommand('booking.acceptOffer')
  const askMessages = useAskMessages()
  const note = useNoteDraft(serviceId)
  const wish = useWishDraft(serviceId)
  const others = useOthers()
  const [missing, setMissing] = useState<readonly string[]>([])
  const [done, setDone] = useState<{ reserved: Reserved; now: number }>()
  // Back from my bookings, where the way may have been cleared: the button to book stands here again.
  useDidShow(() => {
    reserve.forget()
    accept.forget()
  })

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
    const kept = slot.offerUntil !== undefined
    const { alsoFor: _along, repeat: _weeks, ...alone } = input
    const result = kept ? await accept.run(alone) : await reserve.run(input)
    // Others were quicker, or the time is over: the slot says by now whether one can wait for it.
    if (result && !result.ok && SLOT_ANEW.includes(result.error.code)) void refresh()
    if (!result?.ok) return
    note.drop()
    wish.drop()
    if (kept) showTaken(slotId, result.whom)
    showReserved(result.data, { now: result.now, whom: result.whom, me: others.me })
    setDone({ reserved: result.data, now: result.now })
  }
  const answer = (key: string, text: string) => {
    setMissing((keys) => keys.filter((one) => one !== key))
    wish.change((draft) => ({ ...draft, answers: { ...draft.answers, [key]: text } }))
  }
  const subsidy = view && slot ? subsidyFor(view, slot) : undefined
  const terms = view?.service.terms
  return {
    subsidised: subsidy?.enough === true && !wish.draft.withoutSubsidy,
    /** What has to be answered is personal: without consent there is nothing to confirm yet. */
    mustAgree: view?.policy.agreed === false && terms?.questions.some(({ must }) => must) === true,
    /** It is full, and one can wait for a place in it. */
    waitable: slot !== undefined && isWaitable(slot, (terms?.offerMinutes ?? 0) > 0),
    taking: slot?.offerUntil === undefined ? reserve : accept,
    ...{ load, refresh, slot, view, note, wish, others, missing, done, subsidy },
    ...{ submit, answer },
  }
}

export type Confirm = ReturnType<typeof useConfirm>

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
