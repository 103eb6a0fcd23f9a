import { get } from './api.js'
import { field, fill, h } from './dom.js'

const LIVE_MS = 2000
const SHOWN = 500

/** The log, newest first: `#/logs/<request id>` shows one request's lines only, in their order. */
export async function logs(main, [requestId]) {
  const place = h('section', { class: 'card flush' })
  const text = h('input', { type: 'search', placeholder: 'text, function or request id' })
  const level = h(
    'select',
    {},
    ['all', 'warnings and errors', 'errors'].map((one) => h('option', {}, one)),
  )
  const live = h('input', { type: 'checkbox', checked: true })
  let lines = []
  const draw = () =>
    drawLines(place, lines, text.value.toLowerCase(), level.selectedIndex, requestId)
  const refresh = async () => {
    const query = requestId === undefined ? '' : `?requestId=${encodeURIComponent(requestId)}`
    ;({ lines } = await get(`/logs${query}`))
    draw()
  }
  text.addEventListener('input', draw)
  level.addEventListener('input', draw)
  await refresh()
  fill(
    main,
    h(
      'div',
      { class: 'head' },
      h('h1', {}, 'Logs'),
      requestId && h('a', { href: '#/logs' }, 'All requests'),
      h('label', { class: 'check' }, live, 'Live'),
    ),
    requestId && h('p', { class: 'soft mono' }, `request ${requestId}`),
    h('div', { class: 'row' }, field('Find', text, true), field('Level', level)),
    place,
  )
  const timer = setInterval(() => {
    const busy = place.contains(document.activeElement) || String(getSelection()) !== ''
    if (live.checked && !document.hidden && !busy) refresh().catch(() => undefined)
  }, LIVE_MS)
  return () => clearInterval(timer)
}

const LEVELS = [null, ['warn', 'error'], ['error']]

function drawLines(place, lines, text, level, requestId) {
  const wanted = lines.filter(
    (line) =>
      (LEVELS[level]?.includes(line.level) ?? true) &&
      `${line.text} ${line.function} ${line.requestId}`.toLowerCase().includes(text),
  )
  const shown = requestId === undefined ? wanted.slice(-SHOWN).reverse() : wanted
  if (shown.length === 0) return fill(place, h('p', { class: 'empty' }, 'Nothing was logged.'))
  const rows = shown.map((line) =>
    h(
      'div',
      { class: `log ${line.level}` },
      h('time', { class: 'soft', datetime: line.time, title: line.time }, line.time.slice(11, 23)),
      h('span', { class: 'level' }, line.level),
      h('span', { class: 'text' }, line.text),
      line.requestId !== '' &&
        requestId === undefined &&
        h(
          'span',
          { class: 'from' },
          line.function,
          ' ',
          h('a', { href: `#/logs/${line.requestId}` }, line.requestId.slice(0, 8)),
        ),
    ),
  )
  const more = wanted.length > shown.length
  return fill(place, rows, more && h('p', { class: 'empty' }, `${SHOWN} of ${wanted.length} lines`))
}
