import { get } from './api.js'
import { clock } from './clock.js'
import { data } from './data.js'
import { h, fill } from './dom.js'
import { faults } from './faults.js'
import { functions } from './functions.js'
import { inbox } from './inbox.js'
import { logs } from './logs.js'

/**
 * A view takes (main, rest of the address) and may answer a function that ends it. The address is
 * `#/name/rest`, so that each is a link that can be kept.
 */
const VIEWS = { functions, logs, data, inbox, clock, faults }
const NAMES = Object.keys(VIEWS)
const main = document.getElementById('main')
let end
let latest = 0

async function show() {
  const [name = '', ...rest] = location.hash.replace(/^#\//, '').split('/')
  const current = NAMES.includes(name) ? name : 'functions'
  const turn = ++latest
  end?.()
  end = undefined
  drawNav(current)
  document.title = `${current} · wx-local-cloud`
  fill(main)
  try {
    const ending = await VIEWS[current](main, rest.map(decodeURIComponent))
    if (turn === latest) end = ending
    else ending?.()
  } catch (error) {
    fill(main, h('p', { class: 'card problem', role: 'alert' }, error.message))
  }
}

function drawNav(current) {
  const links = NAMES.map((name, i) =>
    h(
      'a',
      { href: `#/${name}`, 'aria-current': name === current ? 'page' : null },
      name[0].toUpperCase() + name.slice(1),
      h('kbd', { 'aria-hidden': 'true' }, i + 1),
    ),
  )
  fill(document.getElementById('nav'), links)
  // On a narrow page the links scroll sideways.
  links[NAMES.indexOf(current)].scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** 1 to 6 choose a view, / goes to the first field; not while something is typed. */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest('input, textarea, select, dialog')) return
  const name = NAMES[Number(event.key) - 1]
  if (name) location.hash = `#/${name}`
  if (event.key !== '/') return
  event.preventDefault()
  main.querySelector('input, select, textarea')?.focus()
}

async function drawClock() {
  const place = document.getElementById('side-clock')
  try {
    const { now } = await get('/clock')
    const [day, time] = new Date(now).toISOString().slice(0, 19).split('T')
    fill(place, day, h('br'), `${time} UTC`)
  } catch {
    fill(place, 'not running')
  }
}

addEventListener('hashchange', () => void show())
addEventListener('keydown', onKey)
setInterval(() => document.hidden || void drawClock(), 2000)
void drawClock()
void show()
