import { el } from './layer.ts'

const STAYS = 1_500
const SIGN: Record<string, string> = { success: '✓', error: '!', loading: '' }

let shown: HTMLElement | undefined
let timer = 0

/** A word that goes away by itself (showToast), or stays until it is hidden (showLoading). */
export function notice(
  words: string,
  { icon = 'none', duration = STAYS, mask = false } = {},
): void {
  hideNotice()
  const sign = SIGN[icon]
  shown = el('div', `toast${mask ? ' toast--mask' : ''}`)
  const body = el('div', 'toast__body')
  body.setAttribute('role', 'status')
  if (sign !== undefined) {
    const mark = el('div', icon === 'loading' ? 'toast__turning' : 'toast__sign', sign)
    mark.setAttribute('aria-hidden', 'true')
    body.append(mark)
  }
  body.append(el('div', 'toast__words', words))
  shown.append(body)
  document.getElementById('over')?.append(shown)
  if (duration > 0) timer = window.setTimeout(hideNotice, duration)
}

export function hideNotice(): void {
  clearTimeout(timer)
  shown?.remove()
  shown = undefined
}
