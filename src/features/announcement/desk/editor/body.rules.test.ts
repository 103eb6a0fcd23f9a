import { describe, expect, test } from 'vitest'
import { addressOf, withLink, withMark, type Mark } from './body.rules'

/** The cursor stands at the bar. */
const typed = (text: string) => ({ body: text.replace('|', ''), cursor: text.indexOf('|') })
const shown = ({ body, cursor }: { body: string; cursor: number }) =>
  `${body.slice(0, cursor)}|${body.slice(cursor)}`

describe('the buttons over the body', () => {
  test.each<[Mark, string, string]>([
    ['heading', '停水|通知', '# 停水通知|'],
    ['heading', '# 停水|', '停水|'],
    ['heading', '上面\n下|面', '上面\n\n# 下面|'],
    ['list', '|', '- |'],
    ['list', '- 一\n二|', '- 一\n- 二|'],
    ['list', '# 标题\n\n一|', '# 标题\n\n- 一|'],
    ['numbers', '- 一|', '1. 一|'],
    ['bold', '请|带证件', '请**重点**|带证件'],
  ])('%s: %s', (mark, before, after) => {
    expect(shown(withMark(typed(before), mark))).toBe(after)
  })

  test('a link keeps its brackets whole', () => {
    expect(withLink(typed('看|。'), '这[里]', 'https://x.cn/a(b)').body).toBe(
      '看[这里](https://x.cn/a%28b%29)。',
    )
  })

  test.each([
    ['https://x.cn/a', 'https://x.cn/a'],
    ['x.gov.cn/a', 'https://x.gov.cn/a'],
    ['024-5550-0100', 'tel:024-5550-0100'],
    ['javascript:alert(1)', undefined],
    ['点这里', undefined],
    ['', undefined],
  ])('%s leads to %s', (text, address) => {
    expect(addressOf(text)).toBe(address)
  })
})
