import { button, el, layOver } from './layer.ts'

/** Something opened over the program to look at: a picture, a document, a call being made. */
export function lookAt(title: string, content: HTMLElement, leave = '关闭'): void {
  const body = el('div', 'look', el('div', 'menu__title', title), content)
  body.append(button(leave, () => takeAway(), 'press--main'))
  const takeAway = layOver('middle', title, body)
}
