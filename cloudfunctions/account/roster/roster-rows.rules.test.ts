import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readList, rowsWith } from './list.rules'
import { PROBLEM_TEXT } from './roster-problems.text'
import type { SheetRow } from './sheet'

const FACTS = { today: '2026-11-23', buildings: ['3号楼', 'A座', '12号楼'] }

/** A sheet from lines with commas between the cells. */
const sheet = (...lines: string[]): SheetRow[] =>
  lines.map((text, i) => ({ line: i + 1, cells: text.split(',') }))

function listOf(...lines: string[]) {
  const list = readList(sheet(...lines), FACTS)
  if (typeof list === 'string') throw new Error(list)
  return list
}

const faultsOf = (...lines: string[]) =>
  listOf(...lines).faults.map(({ line, field, say }) => [line, field, say])

describe('the heading', () => {
  test.each([
    ['', 'noName'],
    ['张三,501', 'noName'],
    ['姓名,手机', 'noPlace'],
    ['姓名,楼号,单元', 'noPlace'],
    ['姓名,住址', 'noRows'],
  ])('%s: %s', (line, problem) => {
    expect(readList(sheet(line), FACTS)).toBe(problem)
  })

  test('may stand below a title, with stars, brackets and line ends in it', () => {
    const { people, rows } = listOf(
      '春晓社区居民名册（2026年）',
      '填表人：周敏',
      '*姓 名（必填）,联系\n电话,楼栋号,房号：',
      '王芳,13912345678,3,501',
    )
    expect(rows).toBe(1)
    expect(people).toEqual([
      {
        line: 4,
        name: '王芳',
        phone: '13912345678',
        room: { building: '3', room: '501' },
        marks: [],
      },
    ])
  })

  test('columns that are not taken over are told', () => {
    expect(listOf('序号,姓名,性别,住址,备注,电话,手机', '1,王芳,女,3-501,,,').ignored).toEqual([
      '序号',
      '性别',
      '备注',
      '手机',
    ])
  })

  test('what an attribute rests on stands behind it, or names it', () => {
    const marksOf = (heading: string, row: string) =>
      listOf(`姓名,住址,${heading}`, `王芳,3-501,${row}`).people[0]?.marks
    const lives = { name: 'livesAlone', value: true }
    const poor = { name: 'lowIncome', value: true }
    expect(marksOf('独居,依据,复核日期,低保,依据', '是,走访,2027-1-1,是,低保证')).toEqual([
      { ...lives, basis: '走访', reviewDay: '2027-01-01' },
      { ...poor, basis: '低保证' },
    ])
    expect(marksOf('独居,低保,依据', '是,是,走访')).toEqual([
      { ...lives, basis: '走访' },
      { ...poor, basis: '走访' },
    ])
    expect(marksOf('低保依据,独居,低保', '低保证,是,是')).toEqual([
      lives,
      { ...poor, basis: '低保证' },
    ])
    expect(marksOf('残疾', '肢体二级')).toEqual([
      { name: 'disability', value: true, basis: '肢体二级' },
    ])
  })
})

describe('a row', () => {
  test("a citizen's number gives the day of birth and goes no further", () => {
    const list = listOf('姓名,住址,身份证号', '王芳,3-501,11010519491231002X')
    expect(list.people[0]?.birthDay).toBe('1949-12-31')
    expect(JSON.stringify(list)).not.toContain('1101051949')
  })

  test('says all that is wrong with it, by column', () => {
    expect(
      faultsOf(
        '姓名,手机,住址,出生日期,身份证号,身份,独居,依据,复核日期',
        `12,1,哪里,1950-3,1,村长,看看,${'长'.repeat(101)},下周`,
        `王芳,,3-501,1949-12-30,11010519491231002X,,是,${'长'.repeat(101)},下周`,
      ),
    ).toEqual([
      [2, '姓名', PROBLEM_TEXT.badName],
      [2, '住址', PROBLEM_TEXT.badAddress],
      [2, '手机', PROBLEM_TEXT.badPhone],
      [2, '出生日期', PROBLEM_TEXT.badDay],
      [2, '身份证号', PROBLEM_TEXT.badIdNumber],
      [2, '身份', PROBLEM_TEXT.badRelation],
      [2, '独居', PROBLEM_TEXT.badMark],
      [3, '出生日期', PROBLEM_TEXT.daysDiffer],
      [3, '依据', PROBLEM_TEXT.basisTooLong],
      [3, '复核日期', PROBLEM_TEXT.badReview],
    ])
  })

  test('needs a building that the community has, however both write it', () => {
    const list = listOf('姓名,楼号,房号', '一人,三栋,501', '二人,A座,501', '三人,88号楼,501')
    expect(list.people.map(({ room }) => room.building)).toEqual(['3', 'A'])
    expect(list.faults).toEqual([{ line: 4, field: '楼号', say: PROBLEM_TEXT.noBuildingHere }])
  })

  test('two that cannot be told apart: the second is not taken', () => {
    expect(
      faultsOf(
        '编号,姓名,住址,出生日期',
        '1,一人,3-501,',
        '1,二人,3-502,',
        ',三人,3-503,',
        ',三人,3-503,1950-03-09',
        ',四人,3-504,1950-03-09',
        ',四人,3-504,1975-03-09',
        '5,五人,3-505,',
        '6,五人,3-505,',
      ),
    ).toEqual([
      [3, '编号', PROBLEM_TEXT.sameKey(2)],
      [5, '姓名', PROBLEM_TEXT.samePerson(4)],
    ])
  })

  test("a household's key is a person's together with the name", () => {
    const { people } = listOf('户号,姓名,住址', 'H1,一人,3-501', 'H1,二人,3-501')
    expect(people.map(({ key }) => key)).toEqual(['H1/一人', 'H1/二人'])
  })
})

test('every sentence says what to mend, and none is long', () => {
  const sentences = Object.values(PROBLEM_TEXT).map((say) =>
    typeof say === 'string' ? say : say(12),
  )
  for (const say of sentences) {
    expect(say).toMatch(/请/)
    expect(say).toMatch(/。$/)
    expect(say.length).toBeLessThanOrEqual(45)
  }
})

test('whatever stands in the cells, every row is a person or has a fault, and no fault repeats a cell', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '王芳',
      '13912345678',
      '3-501',
      '1950-03-09',
      '是',
      '业主',
      '',
      '11010519491231002X',
    ),
    fc.string({ unit: 'binary', minLength: 4, maxLength: 30 }).map((text) => text.trim()),
  )
  const row = fc.array(cell, { minLength: 10, maxLength: 10 })
  const heading = [
    '编号',
    '姓名',
    '手机',
    '住址',
    '出生日期',
    '身份证号',
    '身份',
    '独居',
    '依据',
    '残疾',
  ]
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (cells) => {
      const rows = cells.map((some, i) => ({ line: i + 2, cells: some }))
      const list = readList([{ line: 1, cells: heading }, ...rows], FACTS)
      if (typeof list === 'string') throw new Error(list)
      const lines = [...list.people.map(({ line }) => line), ...list.faults.map(({ line }) => line)]
      expect(new Set(lines)).toEqual(new Set(rows.map(({ line }) => line)))
      expect(list.people.length + rowsWith(list.faults)).toBe(rows.length)
      const known = [...Object.values(PROBLEM_TEXT), ...heading]
      for (const { line, say, field } of list.faults) {
        const same = [PROBLEM_TEXT.sameKey, PROBLEM_TEXT.samePerson].flatMap((text) =>
          rows.map((other) => text(other.line)),
        )
        expect([...known, ...same], String(line)).toContain(say)
        if (field !== undefined) expect([...heading, '楼号', '房号', '复核日期']).toContain(field)
      }
    }),
  )
})
