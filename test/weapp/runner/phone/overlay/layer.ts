/** Makes an element with a class, words or children. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children)
  return element
}

const over = () => document.getElementById('over')!

/**
 * Lays something of WeChat's own over the program, as a dialog that a screen reader is told of. Gives
 * what takes it away again.
 */
export function layOver(kind: string, name: string, body: HTMLElement): () => void {
  const veil = el('div', `veil veil--${kind}`, body)
  body.setAttribute('role', 'dialog')
  body.setAttribute('aria-modal', 'true')
  body.setAttribute('aria-label', name)
  over().append(veil)
  body.querySelector<HTMLElement>('button,input,select,textarea')?.focus()
  return () => veil.remove()
}

export function button(words: string, onTap: () => void, kind = ''): HTMLButtonElement {
  const made = el('button', `press ${kind}`, words)
  made.type = 'button'
  made.addEventListener('click', onTap)
  return made
}
