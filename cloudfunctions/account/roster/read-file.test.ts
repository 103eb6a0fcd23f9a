import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readList } from './list.rules'
import { readRosterFile } from './read-file'
import { UnreadableFile } from './sheet'

/** Bytes of a text as GBK, made with the characters' own codes: Node.js writes none. */
const GBK: Record<string, number[]> = {
  姓: [0xd0, 0xd5],
  名: [0xc3, 0xfb],
  房: [0xb7, 0xbf],
  号: [0xba, 0xc5],
  王: [0xcd, 0xf5],
  芳: [0xb7, 0xbc],
}
const gbk = (text: string): Buffer =>
  Buffer.from([...text].flatMap((letter) => GBK[letter] ?? [letter.charCodeAt(0)]))

const csv = (text: string) => readRosterFile(Buffer.from(text))
const cellsOf = async (text: string) => (await csv(text)).map(({ cells }) => cells)

const xlsx = async (rows: unknown[][], dateFormat = 'yyyy-mm-dd'): Promise<Buffer> => {
  const data = rows.map((row) =>
    row.map((value) =>
      value === null
        ? null
        : value instanceof Date
          ? { value, type: Date, format: dateFormat }
          : { value },
    ),
  )
  return writeXlsxFile(data as never).toBuffer()
}

const problemOf = async (bytes: Buffer | string): Promise<string> => {
  try {
    await readRosterFile(Buffer.from(bytes as string, 'latin1'))
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problem
    throw error
  }
  return 'none'
}

describe('a table of texts', () => {
  test('has its rows by number, and blank ones left out', async () => {
    expect(await csv('姓名,房号\n\n王芳 , 501\r\n,\n李明,502')).toEqual([
      { line: 1, cells: ['姓名', '房号'] },
      { line: 3, cells: ['王芳', '501'] },
      { line: 5, cells: ['李明', '502'] },
    ])
  })

  test.each([
    ['UTF-8', Buffer.from('姓名,房号\n王芳,501')],
    ['UTF-8 with a mark', Buffer.from('\ufeff姓名,房号\n王芳,501')],
    ['GBK', gbk('姓名,房号\n王芳,501')],
    ['UTF-16 with tabs', Buffer.from('\ufeff姓名\t房号\n王芳\t501', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeff姓名,房号\n王芳,501', 'utf16le').swap16()],
  ])('in %s', async (_, bytes) => {
    expect((await readRosterFile(bytes)).map(({ cells }) => cells)).toEqual([
      ['姓名', '房号'],
      ['王芳', '501'],
    ])
  })

  test.each([
    ['tabs', '姓名\t房号\n王芳\t501'],
    ['semicolons', '姓名;房号\n王芳;501'],
  ])('with %s between', async (_, text) => {
    expect(await cellsOf(text)).toEqual([
      ['姓名', '房号'],
      ['王芳', '501'],
    ])
  })

  test('with quotes around commas, quotes and line ends', async () => {
    expect(await csv('姓名,备注\n王芳,"腿脚不好,\n说""慢点"""\n李明,')).toEqual([
      { line: 1, cells: ['姓名', '备注'] },
      { line: 2, cells: ['王芳', '腿脚不好,\n说"慢点"'] },
      { line: 3, cells: ['李明', ''] },
    ])
  })

  test('of one column', async () => {
    expect(await cellsOf('姓名\n王芳')).toEqual([['姓名'], ['王芳']])
  })

  test('may have 20,000 rows and a heading, not more', async () => {
    const row = '王芳,501\n'
    expect(await csv('姓名,房号\n' + row.repeat(20_000))).toHaveLength(20_001)
    expect(await problemOf('name,room\n' + 'a,1\n'.repeat(20_001))).toBe('tooManyRows')
    expect(await problemOf('name,room\n' + '\n'.repeat(50_000) + 'a,1\n')).toBe('tooManyRows')
    expect(await problemOf('a,'.repeat(101) + '1')).toBe('tooWide')
  })
})

test('the example in the documents is a list without faults', async () => {
  const sheet = await readRosterFile(readFileSync('docs/roster-example.csv'))
  const list = readList(sheet, { today: '2026-11-23', buildings: ['3号楼', '5号楼', '10号楼'] })
  expect(list).toMatchObject({ rows: 5, faults: [], ignored: ['备注'] })
})

describe('a workbook', () => {
  test('has its texts, numbers and days', async () => {
    const bytes = await xlsx([
      ['姓名', '手机', '出生日期', '独居'],
      ['王芳 ', 13800000000, new Date(Date.UTC(1950, 2, 9)), true],
      [null, null, null, null],
      ['李明', '0024-1234567', '1948年3月', 0.5],
    ])
    expect(await readRosterFile(bytes)).toEqual([
      { line: 1, cells: ['姓名', '手机', '出生日期', '独居'] },
      { line: 2, cells: ['王芳', '13800000000', '1950-03-09', 'true'] },
      { line: 4, cells: ['李明', '0024-1234567', '1948年3月', '0.5'] },
    ])
  })

  test('keeps a number that lost its digits as it is written', async () => {
    const bytes = await xlsx([[110101195003091236]])
    expect((await readRosterFile(bytes))[0]?.cells[0]).toMatch(
      /^1\.10101195003091\d*e\+17$|^110101195003091\d{3}$/i,
    )
  })
})

describe('what is no table is refused by what it is', () => {
  const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + '\0'.repeat(600)
  const locked = Buffer.concat([
    Buffer.from(ole, 'latin1'),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'empty'],
    ['only blank lines', '\n\n,,\n', 'empty'],
    ['an old workbook', ole, 'oldExcel'],
    ['a workbook with a password', locked, 'locked'],
    ['a photo', '\xff\xd8\xff\xe0\0\x10JFIF', 'picture'],
    ['a PNG', '\x89PNG\r\n\x1a\n\0\0', 'picture'],
    ['a WebP', 'RIFF\x10\0\0\0WEBPVP8 ', 'picture'],
    ["a phone's HEIC", '\0\0\0\x18ftypheic', 'picture'],
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['a web page called .xls', '<html><table><tr><td>1</td></tr></table></html>', 'webPage'],
    ['a program', '\x7fELF\x02\x01\x01\0\0', 'notSheet'],
    ['half of a text in no known encoding', 'a,\xff\xff\xff', 'notSheet'],
    ['a document', Buffer.from(zipSync({ 'word/document.xml': strToU8('<w/>') })), 'notSheet'],
    [
      'half of an archive',
      Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<w/>') })).subarray(0, 30),
      'broken',
    ],
    [
      'a workbook without sheets',
      Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<w/>') })),
      'broken',
    ],
  ])('%s', async (_, bytes, problem) => {
    expect(await problemOf(Buffer.isBuffer(bytes) ? bytes.toString('latin1') : bytes)).toBe(problem)
  })
})

describe('a workbook made to fill the memory is refused before it does', () => {
  const workbook = (sheet: string): Buffer =>
    Buffer.from(
      zipSync({
        'xl/workbook.xml': strToU8('<workbook/>'),
        'xl/worksheets/sheet1.xml': strToU8(sheet),
      }),
    )

  test.each([
    ['a row beyond all', '<sheetData><row r="9999999999"></row></sheetData>', 'broken'],
    [
      'a cell in the last row',
      '<sheetData><row><c r="A1048576"><v>1</v></c></row></sheetData>',
      'tooManyRows',
    ],
    [
      'a cell in the last column',
      '<row r="1"><c s="1" r="XFD1" t="n"><v>1</v></c></row>',
      'tooWide',
    ],
  ])('%s', async (_, sheet, problem) => {
    expect(await problemOf(workbook(sheet).toString('latin1'))).toBe(problem)
  })

  test('what unpacks to more than 64 MB', async () => {
    const bomb = workbook('<!-- ' + ' '.repeat(65 * 1024 * 1024) + '-->')
    expect(bomb.length).toBeLessThan(200_000)
    expect(await problemOf(bomb.toString('latin1'))).toBe('tooMuchInside')
  })

  test('what unpacks to more than it claims', async () => {
    const honest = workbook('<sheetData>' + ' '.repeat(1_000_000) + '</sheetData>')
    // The size that both headers claim, 1,000,023 bytes, becomes 10.
    const claim = Buffer.alloc(4)
    claim.writeUInt32LE(1_000_023)
    const lie = Buffer.from([10, 0, 0, 0])
    let at = honest.indexOf(claim)
    expect(at).toBeGreaterThan(0)
    for (; at !== -1; at = honest.indexOf(claim)) lie.copy(honest, at)
    expect(await problemOf(honest.toString('latin1'))).toBe('broken')
  })
})
