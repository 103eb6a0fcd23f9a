import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  birthDayOfId,
  type Read,
  readBirthDay,
  readDay,
  readMark,
  readName,
  readPhone,
  readRelation,
  saysNothing,
} from './roster-values.rules'

const TODAY = '2026-11-23'
const said = (read: Read<unknown>) => ('value' in read ? read.value : read.problem)

describe('a name', () => {
  test.each([
    ['王芳', '王芳'],
    ['王　芳', '王芳'],
    [' 欧阳 娜娜 ', '欧阳娜娜'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['John  Smith', 'John Smith'],
    ['𠮷田', '𠮷田'],
    ['13912345678', 'badName'],
    ['王芳（已搬走）', 'badName'],
    ['=SUM(A1)', 'badName'],
    ['王'.repeat(21), 'badName'],
  ])('%s is read as %s', (cell, name) => {
    expect(said(readName(cell.trim()))).toBe(name)
  })
})

describe('a phone number', () => {
  test.each([
    ['13912345678', '13912345678'],
    ['139 1234 5678', '13912345678'],
    ['139-1234-5678', '13912345678'],
    ['+86 13912345678', '13912345678'],
    ['１３９１２３４５６７８', '13912345678'],
    ['024-55501234', '02455501234'],
    ['(024) 5550 1234', '02455501234'],
    ['5550123', '5550123'],
    ['1.39123E+10', 'numberBroken'],
    ['1391234567', 'badPhone'],
    ['12345678901', 'badPhone'],
    ['没有', 'badPhone'],
    ['13912345678/13912345679', 'twoPhones'],
    ['13912345678、13912345679', 'twoPhones'],
  ])('%s is read as %s', (cell, phone) => {
    expect(said(readPhone(cell))).toBe(phone)
  })
})

describe('a day', () => {
  test.each([
    ['1950-03-09', '1950-03-09'],
    ['1950/3/9', '1950-03-09'],
    ['1950.3.9', '1950-03-09'],
    ['19500309', '1950-03-09'],
    ['1950年3月9日', '1950-03-09'],
    ['1950/3/9 0:00', '1950-03-09'],
    ['1952-02-29', '1952-02-29'],
    ['1950-02-29', 'noSuchDay'],
    ['1950-13-01', 'noSuchDay'],
    ['1850-01-01', 'noSuchDay'],
    ['1950-03', 'badDay'],
    ['50/3/9', 'badDay'],
    ['3/9/1950', 'badDay'],
    ['18331', 'badDay'],
  ])('%s is read as %s', (cell, day) => {
    expect(said(readDay(cell))).toBe(day)
  })

  test('of birth lies behind', () => {
    expect(said(readBirthDay('2026-11-23', TODAY))).toBe('2026-11-23')
    expect(said(readBirthDay('2026-11-24', TODAY))).toBe('dayAhead')
  })

  test('any real day is read in every form, and no other day is', () => {
    const aDay = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(aDay, (date) => {
        const day = date.toISOString().slice(0, 10)
        const [year = '', month = '', of = ''] = day.split('-')
        const forms = [
          day,
          `${year}/${Number(month)}/${Number(of)}`,
          `${year}${month}${of}`,
          `${year}年${Number(month)}月${Number(of)}日`,
        ]
        for (const form of forms) expect(readDay(form)).toEqual({ value: day })
      }),
    )
  })
})

/** A citizen's number with its last character reckoned, as the standard does it: by weights. */
function citizenNumber(area: string, day: string, order: string): string {
  const first = area + day.replaceAll('-', '') + order
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first[i]), 0)
  return first + (['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum % 11] ?? '')
}

describe("the day of birth in a citizen's number", () => {
  test.each([
    ['11010519491231002X', '1949-12-31'],
    ['11010519491231002x', '1949-12-31'],
    [" '11010519491231002X", '1949-12-31'],
    ['110105491231002', '1949-12-31'],
    ['110105194912310021', 'badIdNumber'],
    ['11010519491331002X', 'badIdNumber'],
    ['1.10105E+17', 'numberBroken'],
    ['1101051949', 'badIdNumber'],
  ])('%s is %s', (cell, day) => {
    expect(said(birthDayOfId(cell, TODAY))).toBe(day)
  })

  const digits = (length: number) =>
    fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'))
  const born = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  test('is found in every true number, and one wrong digit is noticed', () => {
    fc.assert(
      fc.property(
        digits(6),
        born,
        digits(3),
        fc.nat(16),
        fc.integer({ min: 1, max: 9 }),
        (area, day, order, at, more) => {
          const number = citizenNumber(area, day, order)
          expect(birthDayOfId(number, TODAY)).toEqual({ value: day })
          const wrong = String((Number(number[at]) + more) % 10)
          const typo = number.slice(0, at) + wrong + number.slice(at + 1)
          expect(said(birthDayOfId(typo, TODAY))).toBe('badIdNumber')
        },
      ),
    )
  })
})

describe('what a person is in the home', () => {
  test.each([
    ['业主', 'owner'],
    ['租 户', 'tenant'],
    ['配偶', 'family'],
    // The head of a registered household need not own it.
    ['户主', 'family'],
    ['保姆', 'other'],
    ['村长', 'badRelation'],
  ])('%s is %s', (cell, relation) => {
    expect(said(readRelation(cell))).toBe(relation)
  })
})

describe('yes or no', () => {
  test.each([
    ['livesAlone', '是', { value: true }],
    ['livesAlone', '√', { value: true }],
    ['livesAlone', 'true', { value: true }],
    ['livesAlone', '否', { value: false }],
    ['livesAlone', 'Ｎ', { value: false }],
    ['livesAlone', '独居', { value: true, said: '独居' }],
    ['lowIncome', '低保边缘户', { value: true, said: '低保边缘户' }],
    ['disability', '肢体二级', { value: true, said: '肢体二级' }],
    ['livesAlone', '二级', 'badMark'],
    ['lowIncome', '好像是', 'badMark'],
  ] as const)('%s: %s', (attribute, cell, mark) => {
    expect(said(readMark(attribute, cell))).toEqual(mark)
  })

  test.each(['', '/', '-', '不详'])('"%s" says nothing', (cell) => {
    expect(saysNothing(cell)).toBe(true)
  })
})
