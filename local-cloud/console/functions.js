import { get, post } from './api.js'
import { clockTime, field, fill, h, number, table } from './dom.js'

const LIVE_MS = 2000

/** Functions with what they cost, and their last calls: `#/functions/<name>` shows one's calls only. */
export async function functions(main, [chosen]) {
  const { functions: known } = await get('/console/api/overview')
  const costs = h('section', { class: 'card flush' })
  const calls = h('section', { class: 'card flush' })
  const live = h('input', { type: 'checkbox', checked: true })
  const refresh = async () => {
    const [stats, last] = await Promise.all([get('/stats'), get('/stats/calls')])
    drawCosts(costs, known, stats, chosen)
    drawCalls(calls, last.calls, chosen)
  }
  await refresh()
  fill(
    main,
    h(
      'div',
      { class: 'head' },
      h('h1', {}, 'Functions'),
      h('label', { class: 'check' }, live, 'Live'),
      h('button', { onclick: () => post('/stats/reset', {}).then(refresh) }, 'Reset figures'),
    ),
    costs,
    caller(known, chosen, refresh),
    calls,
  )
  const timer = setInterval(() => {
    // A table that is redrawn while it holds the focus would lose it.
    const busy = costs.contains(document.activeElement) || calls.contains(document.activeElement)
    if (live.checked && !document.hidden && !busy) refresh().catch(() => undefined)
  }, LIVE_MS)
  return () => clearInterval(timer)
}

const sum = (rows, name) => rows.reduce((total, row) => total + row[name], 0)

function drawCosts(place, known, { functions: running, operations }, chosen) {
  const rows = known
    .filter(({ name }) => chosen === undefined || name === chosen)
    .map((definition) => ({
      ...definition,
      ...(running.find((one) => one.function === definition.name) ?? {}),
      ops: operations.filter((one) => one.function === definition.name),
    }))
  const total = (title, name) => ({
    title,
    number: true,
    cell: ({ ops }) => number(sum(ops, name)),
  })
  const columns = [
    { title: 'Function', cell: ({ name }) => h('a', { href: `#/functions/${name}` }, name) },
    { title: 'Calls', number: true, cell: ({ calls = 0 }) => number(calls) },
    {
      title: 'Errors',
      number: true,
      cell: ({ ops }) => {
        const errors = sum(ops, 'errors')
        return errors === 0 ? '0' : h('span', { class: 'badge bad' }, number(errors))
      },
    },
    total('Reads', 'reads'),
    total('Writes', 'writes'),
    total('Transactions', 'transactions'),
    total('Examined', 'documentsExamined'),
    { title: 'Instances', number: true, cell: ({ instances = 0 }) => number(instances) },
    {
      title: 'Limits',
      cell: ({ timeoutMs, memoryMb }) =>
        h('span', { class: 'soft' }, `${timeoutMs / 1000} s, ${memoryMb} MB`),
    },
    {
      title: 'Timers',
      cell: ({ triggers }) =>
        h('span', { class: 'mono soft' }, triggers.map(({ config }) => config).join(', ') || '–'),
    },
  ]
  fill(
    place,
    chosen &&
      h(
        'div',
        { class: 'head' },
        h('h2', {}, chosen),
        h('a', { href: '#/functions' }, 'All functions'),
      ),
    table('Functions', columns, rows, 'No function is here. The folder of --functions holds none.'),
  )
}

function drawCalls(place, calls, chosen) {
  const rows = calls.filter((call) => chosen === undefined || call.function === chosen).reverse()
  const figure = (title, name) => ({ title, number: true, cell: (call) => number(call[name]) })
  const columns = [
    { title: 'At', cell: ({ at }) => h('span', { class: 'soft' }, clockTime(at)) },
    {
      title: 'Call',
      cell: (call) => [call.function, call.op && h('span', { class: 'soft' }, `.${call.op}`)],
    },
    {
      title: 'Outcome',
      cell: ({ outcome }) =>
        h('span', { class: outcome === 'ok' ? 'badge' : 'badge bad' }, outcome),
    },
    figure('ms', 'ms'),
    figure('Reads', 'reads'),
    figure('Writes', 'writes'),
    figure('Sequential', 'sequential'),
    figure('Examined', 'documentsExamined'),
    {
      title: 'Log',
      cell: ({ requestId }) =>
        h('a', { class: 'mono', href: `#/logs/${requestId}` }, requestId.slice(0, 8)),
    },
  ]
  fill(
    place,
    h('div', { class: 'head' }, h('h2', {}, 'Last calls')),
    table('Last calls', columns, rows, 'No call yet. Call one above, or from your mini-program.'),
  )
}

function caller(known, chosen, refresh) {
  const name = h(
    'select',
    {},
    known.map((one) => h('option', { selected: one.name === chosen }, one.name)),
  )
  const openid = h('input', { class: 'code', placeholder: 'nobody', autocomplete: 'off' })
  const event = h('input', { class: 'code', value: '{}', autocomplete: 'off', spellcheck: 'false' })
  const answer = h('div', { role: 'status' })
  const send = async (submitted) => {
    submitted.preventDefault()
    try {
      const headers = openid.value === '' ? {} : { 'x-openid': openid.value }
      const path = `/call/${encodeURIComponent(name.value)}`
      const reply = await post(path, JSON.parse(event.value || '{}'), headers)
      const { requestID, ...rest } = reply
      const link = h('a', { href: `#/logs/${requestID}` }, 'its log')
      fill(answer, h('pre', {}, JSON.stringify(rest, null, 2)), link)
    } catch (error) {
      fill(answer, h('p', { class: 'problem' }, error.message))
    }
    refresh().catch(() => undefined)
  }
  return h(
    'details',
    { class: 'card' },
    h('summary', {}, 'Call a function'),
    h(
      'form',
      { class: 'row', onsubmit: send },
      field('Function', name),
      field('As openid', openid),
      field('Event', event, true),
      h('button', { class: 'main' }, 'Call'),
    ),
    answer,
  )
}
