import { get, post } from './api.js'
import { field, fill, h, table } from './dom.js'

const MINUTE = 60_000
const STEPS = [
  ['1 minute', MINUTE],
  ['10 minutes', 10 * MINUTE],
  ['1 hour', 60 * MINUTE],
  ['1 day', 1440 * MINUTE],
  ['1 week', 7 * 1440 * MINUTE],
]

/** The cloud's clock, which goes forward only, and the timers that a move has fired. */
export async function clock(main) {
  const { now } = await get('/clock')
  let offset = now - Date.now()
  const time = h('p', { class: 'clock-now', role: 'timer' })
  const tick = () =>
    fill(time, `${new Date(Date.now() + offset).toISOString().slice(0, 19).replace('T', ' ')} UTC`)
  const problem = h('p', { class: 'problem', role: 'alert' })
  const fired = h('section', { class: 'card flush' })
  const move = async (body) => {
    fill(problem)
    try {
      const reply = await post('/clock', body)
      offset = reply.now - Date.now()
      tick()
      drawFired(fired, reply.fired)
    } catch (error) {
      fill(problem, error.message)
    }
  }
  const until = h('input', {
    class: 'code',
    placeholder: new Date(now + 1440 * MINUTE).toISOString(),
    required: true,
  })
  tick()
  fill(
    main,
    h('h1', {}, 'Clock'),
    h(
      'section',
      { class: 'card' },
      time,
      h(
        'p',
        { class: 'soft' },
        'It goes forward only. Timers that fall due on the way run one by one, each at its own time.',
      ),
      h(
        'div',
        { class: 'row' },
        STEPS.map(([title, advance]) =>
          h('button', { onclick: () => move({ advance }) }, `+ ${title}`),
        ),
      ),
      h(
        'form',
        { class: 'row', onsubmit: (event) => (event.preventDefault(), move({ now: until.value })) },
        field('Until (ISO time)', until, true),
        h('button', {}, 'Move'),
      ),
      problem,
    ),
    fired,
  )
  drawFired(fired, undefined)
  const timer = setInterval(tick, 1000)
  return () => clearInterval(timer)
}

function drawFired(place, fired) {
  const columns = [
    { title: 'Function', cell: (one) => one.function },
    { title: 'Timer', cell: ({ trigger }) => trigger },
    { title: 'At', cell: ({ at }) => new Date(at).toISOString() },
    {
      title: 'Outcome',
      cell: ({ ok }) => h('span', { class: ok ? 'badge' : 'badge bad' }, ok ? 'ok' : 'failed'),
    },
  ]
  const empty =
    fired === undefined ? 'Move the clock to see the timers it fires.' : 'No timer fell due.'
  fill(
    place,
    h('div', { class: 'head' }, h('h2', {}, 'Timers fired')),
    table('Timers fired', columns, fired ?? [], empty),
  )
}
