import { button, el, layOver } from './layer.ts'

/** A sheet of lines, one to be tapped. Gives its index, or undefined when it was left. */
export function menu(title: string, lines: readonly string[]): Promise<number | undefined> {
  return new Promise((answer) => {
    const finish = (index: number | undefined) => {
      takeAway()
      answer(index)
    }
    const body = el('div', 'menu')
    if (title) body.append(el('div', 'menu__title', title))
    lines.forEach((line, index) => body.append(button(line, () => finish(index), 'press--line')))
    body.append(button('取消', () => finish(undefined), 'press--line press--leave'))
    const takeAway = layOver('bottom', title || '请选择', body)
  })
}
