import { button, el, layOver } from './layer.ts'

interface Question {
  title: string
  content?: string
  confirm?: string
  /** No way to refuse when left out. */
  cancel?: string
  /** A field to type into, with what it says while empty. */
  field?: string
}

/** A question in the middle of the screen; `words` is what was typed when there is a field. */
export function ask({
  title,
  content = '',
  confirm = '确定',
  cancel,
  field,
}: Question): Promise<{ yes: boolean; words: string }> {
  return new Promise((answer) => {
    const input = el('input', 'ask__field')
    input.placeholder = field ?? ''
    const finish = (yes: boolean) => {
      takeAway()
      answer({ yes, words: input.value })
    }
    const body = el('div', 'ask')
    if (title) body.append(el('div', 'ask__title', title))
    if (content) body.append(el('div', 'ask__content', content))
    if (field !== undefined) body.append(input)
    const buttons = el('div', 'ask__buttons')
    if (cancel !== undefined) buttons.append(button(cancel, () => finish(false)))
    buttons.append(button(confirm, () => finish(true), 'press--main'))
    body.append(buttons)
    const takeAway = layOver('middle', title || content, body)
  })
}
