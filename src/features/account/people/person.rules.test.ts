import { describe, expect, test } from 'vitest'
import type { ResidentCard } from '../../../../types/contract/account-roster'
import { dayTyped, draftOf, inputOf, isChanged, problemOf, rebase } from './person.rules'

const CARD: ResidentCard = {
  residentId: 'r1',
  name: '王*兰',
  fullName: '王秀兰',
  place: '3号楼2单元503室',
  phone: '024****0131',
  phoneVerified: false,
  hasBirthDay: true,
  joined: true,
  homes: [{ householdId: 'h1', place: '3号楼2单元503室', relation: 'owner', since: 1 }],
  attributes: [{ name: 'livesAlone', value: true, basis: '入户走访', setAt: 1 }],
  roles: ['resident'],
  state: 'living',
  version: 4,
}

describe('a day as staff type it', () => {
  test.each([
    ['19540302', '1954-03-02'],
    ['1954-03-02', '1954-03-02'],
    ['1954.3.2', '1954-03-02'],
    ['1954年3月2日', '1954-03-02'],
    [' 2024/02/29 ', '2024-02-29'],
    ['19540231', undefined],
    ['2023-02-29', undefined],
    ['540302', undefined],
    ['18540302', undefined],
    ['', undefined],
  ])('%s is %s', (typed, day) => expect(dayTyped(typed)).toBe(day))
})

describe('what is sent', () => {
  test('of someone known: only what was changed, with the version', () => {
    const draft = { ...draftOf(CARD), name: '王秀蘭', phone: '13800138000', phoneVerified: true }
    expect(inputOf(draft, CARD)).toEqual({
      residentId: 'r1',
      version: 4,
      name: '王秀蘭',
      phone: '13800138000',
      phoneVerified: true,
    })
  })

  test('nothing typed changes nothing', () => {
    expect(isChanged(inputOf(draftOf(CARD), CARD))).toBe(false)
  })

  test('a new number is not verified because the old one was', () => {
    const card = { ...CARD, phoneVerified: true }
    const draft = { ...draftOf(card), phone: '13800138000', phoneVerified: false }
    expect(inputOf(draft, card)).toMatchObject({ phone: '13800138000', phoneVerified: false })
  })

  test('what is taken out is null', () => {
    const draft = { ...draftOf(CARD), dropPhone: true, dropBirthDay: true }
    expect(inputOf(draft, CARD)).toMatchObject({ phone: null, birthDay: null })
    expect(inputOf(draft, CARD)).not.toHaveProperty('phoneVerified')
  })

  test('an attribute goes with what it rests on', () => {
    const draft = draftOf(CARD)
    draft.attributes.lowIncome = { value: true, basis: '低保证', reviewDay: '2027-11-23' }
    expect(inputOf(draft, CARD).attributes).toEqual([
      { name: 'lowIncome', value: true, basis: '低保证', reviewDay: '2027-11-23' },
    ])
  })

  test('of someone new: the name, the room, what they are there', () => {
    const draft = { ...draftOf(undefined), name: '赵一', building: '3', unit: ' ', room: '503' }
    expect(inputOf({ ...draft, relation: 'tenant' }, undefined)).toEqual({
      name: '赵一',
      room: { building: '3', room: '503' },
      relation: 'tenant',
    })
  })
})

describe('what keeps it from being saved', () => {
  const fresh = { ...draftOf(undefined), name: '赵一', building: '3', room: '503' }
  test.each([
    ['no name', { ...fresh, name: ' ' }, undefined, 'name'],
    ['no room', { ...fresh, room: '' }, undefined, 'room'],
    ['nothing said of what they are', fresh, undefined, 'relation'],
    ['half a room of someone known', { ...draftOf(CARD), building: '3' }, CARD, 'room'],
    ['no day', { ...draftOf(CARD), birthDay: '1954' }, CARD, 'birthDay'],
    ['nothing, of someone known', draftOf(CARD), CARD, undefined],
    ['nothing, of someone new', { ...fresh, relation: 'owner' as const }, undefined, undefined],
  ])('%s', (_, draft, base, problem) => expect(problemOf(draft, base)).toBe(problem))

  test('an attribute that rests on nothing', () => {
    const draft = draftOf(CARD)
    draft.attributes.disability = { value: true, basis: ' ', reviewDay: '' }
    expect(problemOf(draft, CARD)).toBe('disability')
  })
})

test('over another’s change, what was typed stays and the rest is as it is now', () => {
  const draft = { ...draftOf(CARD), phone: '13800138000', relation: 'family' as const }
  draft.attributes.lowIncome = { value: true, basis: '低保证', reviewDay: '' }
  const now: ResidentCard = {
    ...CARD,
    fullName: '王秀芝',
    attributes: [{ name: 'livesAlone', value: false, basis: '子女同住', setAt: 2 }],
    version: 5,
  }
  const next = rebase(draft, CARD, now)
  expect(inputOf(next, now)).toEqual({
    residentId: 'r1',
    version: 5,
    relation: 'family',
    phone: '13800138000',
    phoneVerified: false,
    attributes: [{ name: 'lowIncome', value: true, basis: '低保证' }],
  })
  expect(next.name).toBe('王秀芝')
})
