import { get, post, remove } from './api.js'
import { confirmed, field, fill, h, table } from './dom.js'

const MODES = {
  error: 'fails before it is applied',
  'error-after': 'is applied, then fails',
  kill: 'takes its instance with it',
  delay: 'waits',
}
const ACTIONS = [
  'database.',
  'database.getDocument',
  'database.insertDocument',
  'database.modifyDocument',
  'database.removeDocument',
  'database.aggregateDocuments',
  'database.commitTransaction',
  'storage.',
  'wx.openApi',
]

/** Faults that make the next matching action go wrong: set, see, clear. */
export async function faults(main) {
  const { functions } = await get('/console/api/overview')
  const place = h('section', { class: 'card flush' })
  const refresh = async () => {
    const reply = await get('/faults')
    drawFaults(place, reply.faults, refresh)
  }
  fill(main, h('h1', {}, 'Faults'), form(functions, refresh), place)
  await refresh()
}

function form(functions, refresh) {
  const name = h(
    'select',
    {},
    h('option', { value: '' }, 'any'),
    functions.map((one) => h('option', {}, one.name)),
  )
  const op = h('input', { class: 'code', placeholder: 'any' })
  const action = h('input', { class: 'code', placeholder: 'any', list: 'actions' })
  const nth = h('input', { type: 'number', min: 1, value: 1 })
  const mode = h(
    'select',
    {},
    Object.entries(MODES).map(([value, text]) => h('option', { value }, `${value}: ${text}`)),
  )
  const ms = h('input', { type: 'number', min: 0, value: 1000 })
  const delay = h('label', { class: 'field', hidden: true }, 'ms', ms)
  mode.addEventListener('input', () => (delay.hidden = mode.value !== 'delay'))
  const problem = h('p', { class: 'problem', role: 'alert' })
  const add = async (event) => {
    event.preventDefault()
    fill(problem)
    const fault = { mode: mode.value, nth: Number(nth.value) }
    if (name.value !== '') fault.function = name.value
    if (op.value !== '') fault.op = op.value
    if (action.value !== '') fault.action = action.value
    if (mode.value === 'delay') fault.ms = Number(ms.value)
    try {
      await post('/faults', fault)
      await refresh()
    } catch (error) {
      fill(problem, error.message)
    }
  }
  return h(
    'form',
    { class: 'card', onsubmit: add },
    h(
      'datalist',
      { id: 'actions' },
      ACTIONS.map((value) => h('option', { value })),
    ),
    h(
      'div',
      { class: 'row' },
      field('Function', name),
      field('event.op', op),
      field('Action', action, true),
      field('The nth', nth),
      field('Mode', mode, true),
      delay,
      h('button', { class: 'main' }, 'Set fault'),
    ),
    problem,
  )
}

function drawFaults(place, faults, refresh) {
  const any = (value) => value ?? h('span', { class: 'soft' }, 'any')
  const columns = [
    { title: 'Function', cell: (fault) => any(fault.function) },
    { title: 'event.op', cell: ({ op }) => any(op) },
    { title: 'Action', cell: ({ action }) => any(action) },
    { title: 'Mode', cell: ({ mode }) => mode },
    { title: 'Seen', number: true, cell: ({ seen = 0, nth = 1 }) => `${seen} of ${nth}` },
    {
      title: 'State',
      cell: ({ fired }) =>
        h('span', { class: fired ? 'badge bad' : 'badge warn' }, fired ? 'has struck' : 'waits'),
    },
  ]
  const clear = async () => {
    if (!(await confirmed('Clear all faults?', undefined, 'Clear'))) return
    await remove('/faults')
    await refresh()
  }
  fill(
    place,
    h(
      'div',
      { class: 'head' },
      h('h2', {}, 'Set now'),
      h('button', { onclick: refresh }, 'Refresh'),
      h('button', { class: 'bad', disabled: faults.length === 0, onclick: clear }, 'Clear all'),
    ),
    table('Faults', columns, faults, 'No fault is set: everything works.'),
  )
}
