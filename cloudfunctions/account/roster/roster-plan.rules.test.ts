import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedFields, enteredFields, nextStep } from './apply-row.rules'
import type { PlannedRow } from './import.docs'
import {
  KnownPeople,
  type KnownPerson,
  type ListedPerson,
  type Plan,
  planRow,
} from './roster-plan.rules'

const HOME = '3号楼2单元501室'
const ELSEWHERE = '5号楼1单元101室'

const row = (more: Partial<ListedPerson> = {}): ListedPerson => ({
  line: 2,
  name: '王芳',
  room: { building: '3', unit: '2', room: '501' },
  marks: [],
  phoneFinds: [],
  ...more,
})

const known = (more: Partial<KnownPerson> = {}): KnownPerson => ({
  residentId: 'r-1',
  name: '王芳',
  homes: [{ home: HOME, relation: 'family' }],
  phoneVerified: false,
  attributes: [],
  joined: false,
  living: true,
  version: 7,
  ...more,
})

const plan = (listed: ListedPerson, ...people: KnownPerson[]): Plan =>
  planRow(listed, new KnownPeople(people))

const same: Plan = { kind: 'same', residentId: 'r-1', version: 7 }
const changed = (...changes: (Plan & { kind: 'changed' })['changes']): Plan => ({
  kind: 'changed',
  residentId: 'r-1',
  version: 7,
  changes,
})
const unsure = (doubt: (Plan & { kind: 'unsure' })['doubt']): Plan => ({ kind: 'unsure', doubt })

const phone = { phone: '13912345678', phoneFinds: ['new', 'old'] }
const born = { birthDay: '1950-03-09' }

describe('whom a row means', () => {
  test.each<[string, ListedPerson, KnownPerson[], Plan]>([
    ['nobody yet', row(), [], { kind: 'new' }],
    ['the one of that name and room', row(), [known()], same],
    [
      'of that name, elsewhere',
      row(),
      [known({ homes: [{ home: ELSEWHERE, relation: 'owner' }] })],
      { kind: 'new' },
    ],
    ['one who has left', row(), [known({ living: false })], { kind: 'new' }],
    [
      'one of two homes',
      row(),
      [
        known({
          homes: [
            { home: ELSEWHERE, relation: 'owner' },
            { home: HOME, relation: 'family' },
          ],
        }),
      ],
      same,
    ],
    [
      'father or son: not said',
      row(),
      [known(born), known({ residentId: 'r-2', birthDay: '1975-01-01' })],
      unsure('twoAlike'),
    ],
    [
      'father, by the day',
      row(born),
      [known(born), known({ residentId: 'r-2', birthDay: '1975-01-01' })],
      same,
    ],
    [
      'a third of that name',
      row({ birthDay: '2001-01-01' }),
      [known(born), known({ residentId: 'r-2', birthDay: '1975-01-01' })],
      { kind: 'new' },
    ],
    ['the day is not known yet', row(born), [known()], changed('birthDay')],
    [
      'the day, rather than one without',
      row(born),
      [known({ residentId: 'r-2' }), known(born)],
      same,
    ],
    ['by key', row({ key: 'K1' }), [known({ rosterKey: 'K1' })], same],
    [
      'by key, name mended',
      row({ key: 'K1' }),
      [known({ rosterKey: 'K1', name: '王方' })],
      changed('name'),
    ],
    [
      'by key, gone',
      row({ key: 'K1' }),
      [known({ rosterKey: 'K1', living: false })],
      unsure('gone'),
    ],
    [
      'by key, moved',
      row({ key: 'K1' }),
      [known({ rosterKey: 'K1', homes: [{ home: ELSEWHERE, relation: 'owner' }] })],
      unsure('moved'),
    ],
    ['there, without a key yet', row({ key: 'K1' }), [known()], changed('rosterKey')],
    [
      'there, under another key',
      row({ key: 'K1' }),
      [known({ rosterKey: 'K2' })],
      unsure('otherKey'),
    ],
    [
      'name and phone, elsewhere',
      row(phone),
      [known({ homes: [{ home: ELSEWHERE, relation: 'owner' }], phoneFind: 'old' })],
      unsure('alikeElsewhere'),
    ],
    [
      'name and day, elsewhere',
      row(born),
      [known({ ...born, homes: [] })],
      unsure('alikeElsewhere'),
    ],
    [
      'phone and day, another name',
      row({ ...phone, ...born }),
      [known({ ...born, name: '王方', phoneFind: 'new' })],
      unsure('alikeElsewhere'),
    ],
    [
      'a phone that a couple shares',
      row(phone),
      [known({ name: '李明', phoneFind: 'new' })],
      { kind: 'new' },
    ],
    [
      'name and phone, another day',
      row({ ...phone, ...born }),
      [known({ birthDay: '1975-01-01', homes: [], phoneFind: 'new' })],
      { kind: 'new' },
    ],
  ])('%s', (_, listed, people, expected) => {
    expect(plan(listed, ...people)).toEqual(expected)
  })
})

describe('what a row changes', () => {
  const noted = { name: 'livesAlone', value: true, basis: '走访', reviewDay: '2027-01-01' } as const
  test.each<[string, Partial<ListedPerson>, Partial<KnownPerson>, Plan]>([
    ['a phone', phone, {}, changed('phone')],
    ['the phone that is there, under an older key', phone, { phoneFind: 'old' }, same],
    ['not a phone that was proved', phone, { phoneFind: 'other', phoneVerified: true }, same],
    ['what the person is there', { relation: 'owner' }, {}, changed('relation')],
    ['not what somebody said on joining', { relation: 'owner' }, { joined: true }, same],
    [
      'an attribute',
      { marks: [{ name: 'livesAlone', value: true }] },
      {},
      changed('attributes.livesAlone'),
    ],
    ['not that somebody is not', { marks: [{ name: 'livesAlone', value: false }] }, {}, same],
    [
      'that somebody is no more',
      { marks: [{ name: 'livesAlone', value: false }] },
      { attributes: [noted] },
      changed('attributes.livesAlone'),
    ],
    [
      'nothing when it means the same',
      { marks: [{ name: 'livesAlone', value: true }] },
      { attributes: [noted] },
      same,
    ],
    [
      'what it rests on',
      { marks: [{ name: 'livesAlone', value: true, basis: '自述' }] },
      { attributes: [noted] },
      changed('attributes.livesAlone'),
    ],
    [
      'when it is looked at',
      { marks: [{ name: 'livesAlone', value: true, reviewDay: '2028-01-01' }] },
      { attributes: [noted] },
      changed('attributes.livesAlone'),
    ],
    [
      'nothing by empty cells',
      {},
      { ...born, phoneFind: 'x', attributes: [noted], rosterKey: 'K' },
      same,
    ],
  ])('%s', (_, listed, person, expected) => {
    expect(plan(row(listed), known(person))).toEqual(expected)
  })

  test('an attribute keeps what the row does not say, and says who set it and when', () => {
    const attributes = [
      { ...noted, setBy: 'a-1', setAt: 1 },
      { name: 'disability', value: true, basis: '残疾证', setBy: 'a-1', setAt: 1 } as const,
    ]
    const listed = row({ marks: [{ name: 'livesAlone', value: true, reviewDay: '2028-01-01' }] })
    const by = { ref: 'a-2', at: 9 }
    expect(changedFields(listed, ['attributes.livesAlone'], { homes: [], attributes }, by)).toEqual(
      {
        attributes: [attributes[1], { ...noted, reviewDay: '2028-01-01', setBy: 'a-2', setAt: 9 }],
      },
    )
    const ended = row({ marks: [{ name: 'livesAlone', value: false }] })
    const { attributes: after } = changedFields(
      ended,
      ['attributes.livesAlone'],
      { homes: [], attributes },
      by,
    )
    // What spoke for it does not speak against it.
    expect(after?.[1]).toEqual({
      name: 'livesAlone',
      value: false,
      basis: '社区名册',
      setBy: 'a-2',
      setAt: 9,
    })
  })
})

describe('what is done with a planned row', () => {
  const step = (planned: PlannedRow['plan'], listed: ListedPerson, ...people: KnownPerson[]) =>
    nextStep({ person: listed, plan: planned }, listed, new KnownPeople(people)).do
  const isNew = { kind: 'new' } as const
  const changes = plan(row(born), known()) as PlannedRow['plan']

  test.each<[string, PlannedRow['plan'], ListedPerson, KnownPerson[], string]>([
    ['somebody new', isNew, row(), [], 'enter'],
    ['entered by a run that died', isNew, row(born), [known({ ...born, version: 1 })], 'nothing'],
    ['entered by staff meanwhile, differently', isNew, row(born), [known()], 'leave'],
    ['somebody alike has come', isNew, row(born), [known({ ...born, homes: [] })], 'leave'],
    ['a change', changes, row(born), [known()], 'change'],
    ['changed by a run that died', changes, row(born), [known({ ...born, version: 8 })], 'nothing'],
    ['changed by staff meanwhile', changes, row(born), [known({ version: 8 })], 'leave'],
    ['moved out meanwhile', changes, row(born), [known({ living: false })], 'leave'],
    [
      'nothing to do',
      { kind: 'same', residentId: 'r-1', version: 7 },
      row(),
      [known({ version: 9 })],
      'nothing',
    ],
  ])('%s', (_, planned, listed, people, expected) => {
    expect(step(planned, listed, ...people)).toBe(expected)
  })
})

test('whoever was entered from a row is the same as it, whatever stands in it', () => {
  const marks = fc.uniqueArray(
    fc.record(
      {
        name: fc.constantFrom('livesAlone' as const, 'lowIncome' as const, 'disability' as const),
        value: fc.boolean(),
        basis: fc.string({ minLength: 1 }),
        reviewDay: fc.constant('2027-01-01'),
      },
      { requiredKeys: ['name', 'value'] },
    ),
    { selector: ({ name }) => name },
  )
  const listed = fc
    .record(
      {
        key: fc.string({ minLength: 1 }),
        birthDay: fc.constant('1950-03-09'),
        phone: fc.constant('13912345678'),
        relation: fc.constantFrom('owner' as const, 'tenant' as const),
      },
      { requiredKeys: [] },
    )
    .chain((some) => marks.map((marked) => ({ ...row(), ...some, marks: marked })))
  fc.assert(
    fc.property(listed, (said) => {
      const whole = { ...said, phoneFinds: said.phone ? ['found'] : [] }
      const entered = enteredFields(whole, { _id: 'h-1', home: HOME }, { ref: 'a', at: 1 })
      const { name, homes, attributes, rosterKey } = entered
      const person = known({
        name,
        homes,
        attributes,
        ...(rosterKey ? { rosterKey } : {}),
        ...(whole.phone ? { phoneFind: 'found' } : {}),
        ...(whole.birthDay ? { birthDay: whole.birthDay } : {}),
      })
      expect(plan(whole, person)).toEqual(same)
    }),
  )
})
