import { button, el, layOver } from './layer.ts'

/** One part of a picker: a list of rows, or a time or day typed as the browser lets it be typed. */
export type Column =
  | { kind: 'list'; rows: { value: string; words: string }[]; value: string }
  | { kind: 'time' | 'date' | 'month'; value: string; min: string; max: string }

/** WeChat's sheet with columns to roll, drawn as fields. Gives a value for each, or undefined. */
export function choose(title: string, columns: readonly Column[]): Promise<string[] | undefined> {
  return new Promise((answer) => {
    const fields = columns.map(fieldOf)
    const finish = (values: string[] | undefined) => {
      takeAway()
      answer(values)
    }
    const body = el('div', 'choose', el('div', 'menu__title', title), ...fields)
    body.append(
      el(
        'div',
        'ask__buttons',
        button('取消', () => finish(undefined)),
        button('确定', () => finish(fields.map(({ value }) => value)), 'press--main'),
      ),
    )
    const takeAway = layOver('bottom', title, body)
  })
}

function fieldOf(column: Column, index: number): HTMLSelectElement | HTMLInputElement {
  if (column.kind === 'list') {
    const select = el('select', 'choose__field')
    select.setAttribute('aria-label', `第${index + 1}列`)
    for (const { value, words } of column.rows) select.append(new Option(words, value))
    select.value = column.value
    return select
  }
  const input = el('input', 'choose__field')
  input.type = column.kind
  input.setAttribute('aria-label', column.kind === 'time' ? '时间' : '日期')
  input.min = column.min
  input.max = column.max
  input.value = column.value
  return input
}
