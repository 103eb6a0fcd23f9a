import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../types/contract/announcement-content'
import { blocksOf, isSafeLink, textOf } from './body.rules'
import { parseBody } from './parse-body'

const read = async (body: string) => blocksOf(await parseBody(body), body)
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

describe('what may be written', () => {
  test.each<[string, string, Block[]]>([
    ['nothing', '', []],
    [
      'a heading and lines',
      '# 停水通知\n　　时间：今晚\n地点：3号楼  \n\n请储水。',
      [
        { kind: 'heading', runs: [{ text: '停水通知' }] },
        paragraph('时间：今晚'),
        paragraph('地点：3号楼'),
        paragraph('请储水。'),
      ],
    ],
    [
      'lists',
      '- 身份证\n- 老年证\n\n1. 到服务站\n2. 填表\n接着签字',
      [
        { kind: 'list', ordered: false, items: [[{ text: '身份证' }], [{ text: '老年证' }]] },
        {
          kind: 'list',
          ordered: true,
          items: [[{ text: '到服务站' }], [{ text: '填表 接着签字' }]],
        },
      ],
    ],
    ['a number that begins no list', '3. 第三条', [paragraph('3. 第三条')]],
    [
      'bold beside Chinese signs',
      '**今晚停水。**请储水，**切记**。',
      [
        {
          kind: 'paragraph',
          runs: [
            { text: '今晚停水。', bold: true },
            { text: '请储水，' },
            { text: '切记', bold: true },
            { text: '。' },
          ],
        },
      ],
    ],
    [
      'links',
      '打[电话](tel:024-55500111)或看**[网页](https://a.example/b?c=1)**',
      [
        {
          kind: 'paragraph',
          runs: [
            { text: '打' },
            { text: '电话', link: 'tel:024-55500111' },
            { text: '或看' },
            { text: '网页', bold: true, link: 'https://a.example/b?c=1' },
          ],
        },
      ],
    ],
    ['stars that mean themselves', '每格3*4*5厘米', [paragraph('每格3*4*5厘米')]],
    ['blanks at the beginning', '    上午停水', [paragraph('上午停水')]],
    ['signs that are no code', '<通知> a<b &lt;script&gt;', [paragraph('<通知> a<b <script>')]],
  ])('%s', async (_about, body, blocks) => {
    expect(await read(body)).toEqual({ blocks })
  })
})

describe('what may not', () => {
  test.each([
    ['a script', '好\n\n<script>alert(1)</script>', 'badBody', 3],
    ['HTML in a line', '字<b onclick="x()">粗</b>', 'badBody', 1],
    ['a comment', '<!-- x -->', 'badBody', 1],
    ['a picture', '一\n\n看![图](https://a.example/x.png)', 'badBody', 3],
    ['code', '用 `rm` 删', 'badBody', 1],
    ['a block of code', '```\nx\n```', 'badBody', 1],
    ['a quote', '> 引', 'badBody', 1],
    ['a stroke across', '上\n\n---\n下', 'badBody', 3],
    ['a table', '| a | b |\n|---|:-:|\n| 1 | 2 |', 'badBody', 2],
    ['a list in a list', '- a\n  - b', 'badBody', 2],
    ['a definition', '[x]: https://a.example', 'badBody', 1],
    ['a script as a link', '点[这里](javascript:alert(1))', 'badLink', 1],
    ['a script as a link in disguise', '点[这里](JaVaScRiPt&#58;alert(1))', 'badLink', 1],
    ['data as a link', '[x](data:text/html;base64,PA==)', 'badLink', 1],
    ['a link to nothing', '[x]()', 'badLink', 1],
    ['a page of WeChat', '[x](weixin://dl/business)', 'badLink', 1],
    ['mail, which a phone here cannot send', '<a@b.example>', 'badLink', 1],
  ])('%s', async (_about, body, kind, line) => {
    expect(await read(body)).toEqual({ fault: { kind, line } })
  })
})

test('whatever is typed becomes blocks with safe links and nothing else, or is refused', async () => {
  const piece = fc.constantFrom(
    ...[
      '停水',
      '\n',
      '\n\n',
      '# ',
      '- ',
      '1. ',
      '**',
      '*',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '`',
      '|',
      '---',
      '!',
    ],
    ...['javascript:', 'https://a.example', 'tel:110', '&#58;', '\\', '"', 'script', ' ', '_', '&'],
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
      const found = await read(pieces.join(''))
      if ('fault' in found) return
      for (const block of found.blocks) {
        const runs = block.kind === 'list' ? block.items.flat() : block.runs
        for (const { text, link } of runs) {
          expect(text).not.toBe('')
          expect(text).not.toContain('\n')
          expect(link === undefined || isSafeLink(link)).toBe(true)
        }
      }
    }),
    { numRuns: 1_000 },
  )
})

test('the text of blocks is what is searched', async () => {
  const found = await read('# 停水\n**今晚**[看](https://a.example)\n\n- 甲\n- 乙')
  expect('blocks' in found && textOf(found.blocks)).toBe('停水\n今晚看\n甲\n乙')
})
