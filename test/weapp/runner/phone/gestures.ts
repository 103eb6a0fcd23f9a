import { fire, hostOf, type Host } from './events.ts'
import { WxElement } from './elements/element.ts'

/** How long a finger rests until it is a long press, ms, and how far it may move, px: WeChat's own. */
const LONG_PRESS = 350
const STILL = 10

interface Finger {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
}

let byTouch = false
let rest: { timer: number; x: number; y: number } | undefined
let tapIsOver = false

const finger = (at: { clientX: number; clientY: number }, identifier = 0): Finger => ({
  identifier,
  pageX: at.clientX,
  pageY: at.clientY,
  clientX: at.clientX,
  clientY: at.clientY,
})

/** Turns fingers, mouse and keyboard on the stage into the events that WeChat knows. */
export function listenToHands(stage: HTMLElement): void {
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    stage.addEventListener(type, (event) => {
      byTouch = true
      const fingers = (list: TouchList) => [...list].map((t) => finger(t, t.identifier))
      move(type, event, fingers(event.touches), fingers(event.changedTouches))
    })
  }
  // On a desk the mouse is the finger, while its button is down.
  let down = false
  const mouse = (type: string, event: MouseEvent) => {
    if (byTouch) return
    move(type, event, type === 'touchend' ? [] : [finger(event)], [finger(event)])
  }
  stage.addEventListener('mousedown', (event) => {
    down = true
    mouse('touchstart', event)
  })
  stage.addEventListener('mousemove', (event) => {
    if (down) mouse('touchmove', event)
  })
  addEventListener('mouseup', (event) => {
    if (down) mouse('touchend', event)
    down = false
  })
  stage.addEventListener('click', (event) => tap(event))
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend']) {
    stage.addEventListener(type, (event) => {
      const host = hostOf(event.target)
      if (host) fire(host, type, {}, { bubbles: true })
    })
  }
}

function tap(event: MouseEvent): void {
  const host = hostOf(event.target)
  if (!host || tapIsOver) {
    tapIsOver = false
    return
  }
  if (host.closest('wx-button')?.matches('[aria-disabled="true"]')) return
  const at = finger(event)
  fire(
    host,
    'tap',
    { x: at.pageX, y: at.pageY },
    { bubbles: true, original: event, fields: { touches: [at], changedTouches: [at] } },
  )
}

function move(type: string, event: Event, touches: Finger[], changedTouches: Finger[]): void {
  const host = hostOf(event.target)
  if (!host) return
  fire(host, type, {}, { bubbles: true, original: event, fields: { touches, changedTouches } })
  const at = changedTouches[0]
  if (type === 'touchstart' && at) {
    tapIsOver = false
    hover(host)
    const timer = window.setTimeout(() => press(host, at), LONG_PRESS)
    rest = { timer, x: at.clientX, y: at.clientY }
  } else if (
    type !== 'touchmove' ||
    (rest && at && Math.hypot(at.clientX - rest.x, at.clientY - rest.y) > STILL)
  ) {
    if (rest) clearTimeout(rest.timer)
    rest = undefined
  }
}

function press(host: Host, at: Finger): void {
  rest = undefined
  const told = { x: at.pageX, y: at.pageY }
  const fields = { touches: [at], changedTouches: [at] }
  fire(host, 'longpress', told, { bubbles: true, fields })
  fire(host, 'longtap', told, { bubbles: true, fields })
  // WeChat sends no tap after a long press that somebody listens to.
  tapIsOver = host.closest('[data-longpress]') !== null
}

/** The look of being pressed, `hover-class`, on the nearest element that has one. */
function hover(from: Host): void {
  for (let at: Element | null = from; at; at = at.parentElement) {
    if (!(at instanceof WxElement)) continue
    const name = at.text('hover-class')
    if (!name || name === 'none') continue
    const element = at
    setTimeout(() => element.classList.add(name), element.number('hover-start-time', 50))
    const off = () =>
      setTimeout(() => element.classList.remove(name), element.number('hover-stay-time', 400))
    addEventListener('mouseup', off, { once: true })
    addEventListener('touchend', off, { once: true })
    return
  }
}
