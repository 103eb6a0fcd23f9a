import { describe, expect, test } from 'vitest'
import type { Contract } from '../../../types/contract'
import type { Slot, Terms } from '../../../types/contract/booking'
import {
  answersTo,
  EMPTY_WISH,
  lastDayOf,
  missingOf,
  paidOnSite,
  subsidyFor,
  toggleAlso,
  wishFrom,
  wishInput,
} from './booking.wish'

type View = Contract['booking.viewService']['output']

const TERMS: Terms = {
  leadMinutes: 0,
  aheadDays: 30,
  cancelMinutes: 0,
  person: {},
  household: {},
  who: {},
  questions: [],
  repeats: true,
  offerMinutes: 0,
  subsidy: { unit: 'minute', units: 90 },
  strikes: true,
}
const startsAt = Date.parse('2026-11-24T09:00:00+08:00')
const slot: Slot = {
  slotId: 's_home_1795482000000',
  serviceId: 's',
  startsAt,
  endsAt: startsAt + 5_400_000,
  capacity: 1,
  left: 1,
  state: 'open',
}
const QUESTIONS = [
  { key: 'walks', ask: '能自己走路吗', choices: ['能', '不能'], must: true },
  { key: 'mind', ask: '皮肤有没有伤口', must: false },
]
const view = ({
  agreed = true,
  left,
  terms = {},
}: { agreed?: boolean; left?: number; terms?: Partial<View['service']['terms']> } = {}): View => ({
  service: {
    serviceId: 's',
    name: '上门助浴',
    need: 'bathing',
    category: 'care',
    summary: '',
    providerName: '',
    where: 'home',
    place: '',
    priceFen: 12000,
    subsidisedFen: 2000,
    minutes: 90,
    about: '',
    bring: [],
    prepare: [],
    pictures: [],
    terms: { ...TERMS, questions: QUESTIONS, ...terms },
  },
  ...(left === undefined
    ? {}
    : { entitled: [{ month: '2026-11', unit: 'minute' as const, left }] }),
  slots: [slot],
  policy: { current: '2026-01-01', agreed },
})
const wish = (more: Partial<typeof EMPTY_WISH>) => ({ ...EMPTY_WISH, ...more })

describe('a wish as it is kept on the phone', () => {
  test.each([undefined, null, 'x', 3, []])('%s is no draft', (kept) => {
    expect(wishFrom(kept)).toEqual(EMPTY_WISH)
  })

  test('what is of another form is left out, the rest stays', () => {
    const kept = { answers: { walks: '能', mind: 3 }, alsoFor: ['r1', 2], weeks: 99 }
    expect(wishFrom(kept)).toEqual(wish({ answers: { walks: '能' }, alsoFor: ['r1'] }))
  })

  test('at most five people are booked for at once, whoever taps first included', () => {
    const four = ['a', 'b', 'c', 'd'].reduce(toggleAlso, EMPTY_WISH)
    expect(four.alsoFor).toHaveLength(4)
    expect(toggleAlso(four, 'e')).toBe(four)
    expect(toggleAlso(four, 'b').alsoFor).toEqual(['a', 'c', 'd'])
  })
})

describe('answers', () => {
  test('one that is no choice any more counts as none', () => {
    const draft = wish({ answers: { walks: '要人扶', mind: ' 没有 ', gone: '旧' } })
    expect(answersTo(QUESTIONS, draft)).toEqual({ mind: '没有' })
    expect(missingOf(QUESTIONS, draft)).toEqual(['walks'])
  })

  test('what may be left out is not missing', () => {
    expect(missingOf(QUESTIONS, wish({ answers: { walks: '能' } }))).toEqual([])
  })
})

describe('the subsidy', () => {
  test('is offered with what is left in the month of the visit', () => {
    const known = subsidyFor(view({ left: 300 }), slot)
    expect(known).toEqual({ unit: 'minute', units: 90, left: 300, enough: true })
    expect(subsidyFor(view({ left: 60 }), slot)).toMatchObject({ enough: false })
  })

  test('is not spoken of to whoever has none, or none in that month', () => {
    expect(subsidyFor(view(), slot)).toBeUndefined()
    const december = { ...slot, startsAt: startsAt + 14 * 86_400_000 }
    expect(subsidyFor(view({ left: 300 }), december)).toBeUndefined()
  })

  test('what is paid on site follows', () => {
    expect(paidOnSite({ priceFen: 12000, subsidisedFen: 2000 }, true)).toBe(2000)
    expect(paidOnSite({ priceFen: 12000, subsidisedFen: 2000 }, false)).toBe(12000)
    expect(paidOnSite({ priceFen: 12000 }, true)).toBe(12000)
  })
})

describe('what is sent', () => {
  const others = [{ residentId: 'mother' }]
  const send = (more: Partial<typeof EMPTY_WISH>, of = view({ left: 300 })) =>
    wishInput({ slot, view: of, draft: wish(more), note: undefined, others })

  test('is the slot alone where nothing else was wanted', () => {
    const plain = view({ terms: { questions: [] } })
    expect(send({}, plain)).toEqual({ slotId: slot.slotId })
  })

  test('has all that was chosen', () => {
    expect(send({ answers: { walks: '能' }, alsoFor: ['mother'], weeks: 8 })).toEqual({
      slotId: slot.slotId,
      answers: { walks: '能' },
      alsoFor: ['mother'],
      repeat: { weeks: 8 },
      useSubsidy: true,
    })
  })

  test('leaves out whom one may not book for any more, weeks the service does not have, and the subsidy one does not want', () => {
    const once = view({ left: 300, terms: { repeats: false, questions: [] } })
    expect(send({ alsoFor: ['gone'], weeks: 4, withoutSubsidy: true }, once)).toEqual({
      slotId: slot.slotId,
    })
  })

  test('says nothing personal before it was agreed to', () => {
    const input = wishInput({
      slot,
      view: view({ agreed: false }),
      draft: wish({ answers: { walks: '能' } }),
      note: '听力不好',
      others,
    })
    expect(input).toEqual({ slotId: slot.slotId })
  })

  test('several weeks end where they end', () => {
    expect(lastDayOf(slot, 8)).toBe('2027-01-12')
  })
})
