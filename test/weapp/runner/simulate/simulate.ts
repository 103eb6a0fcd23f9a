/** The frame around the phone: what a person chooses here is what the phone is. */
import './simulate.css'
import { ELDER_KEY } from '../app-keys.ts'
import { readCode } from '../phone/read-code.ts'
import { storedAt, type Consent, type FontSize, type PhoneSettings } from '../phone/settings.ts'
import '../phone/window.ts'
import { keepUpWith } from './watch.ts'

const KEPT = 'simulate'
const FIELDS = [
  'openid',
  'width',
  'theme',
  'fontSize',
  'subscribe',
  'privacy',
  'permissions',
] as const

const find = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E
const field = (id: string) => find<HTMLSelectElement>(id)
const ticked = (id: string) => find<HTMLInputElement>(id)
const frame = find<HTMLIFrameElement>('phone')
/** The phone inside: the same origin, so it can be reached. */
const inside = () => frame.contentWindow

function settings(route = ''): Partial<PhoneSettings> {
  return {
    openid: field('openid').value,
    route,
    theme: field('theme').value as 'light' | 'dark',
    fontSize: field('fontSize').value as FontSize,
    platform: field('width').value === '1280' ? 'windows' : 'android',
    offline: ticked('offline').checked,
    subscribe: field('subscribe').value as Consent,
    privacy: field('privacy').value as Consent,
    permissions: field('permissions').value as Consent,
    scans: [],
  }
}

function restart(route = ''): void {
  const given = encodeURIComponent(JSON.stringify(settings(route)))
  frame.src = `phone.html?phone=${given}&opened=${Date.now()}`
}

function shape(): void {
  const width = Number(field('width').value)
  const device = find('device')
  device.style.width = `${width}px`
  device.classList.toggle('device--desk', width > 768)
}

function keep(): void {
  const chosen = Object.fromEntries(FIELDS.map((id) => [id, field(id).value]))
  localStorage.setItem(KEPT, JSON.stringify(chosen))
}

const elderAt = () => storedAt(field('openid').value, ELDER_KEY)

/** What the program itself last kept about elder mode. */
function showElder(): void {
  const stored = localStorage.getItem(elderAt())
  ticked('elder').checked = stored?.includes('true') ?? false
}

/** What happens when each thing is chosen; some the phone takes while it runs, some when it is opened anew. */
const CHOSEN: Record<string, () => void> = {
  openid: () => {
    showElder()
    restart()
  },
  width: () => {
    shape()
    restart()
  },
  theme: () => inside()?.hands.setTheme(field('theme').value as 'light' | 'dark'),
  fontSize: () => restart(),
  subscribe: () => change({ subscribe: field('subscribe').value as Consent }),
  permissions: () => restart(),
  privacy: () => restart(),
  offline: () => inside()?.hands.setOffline(ticked('offline').checked),
  elder: () => {
    localStorage.setItem(elderAt(), JSON.stringify({ data: ticked('elder').checked }))
    restart()
  },
}

function change(part: Partial<PhoneSettings>): void {
  const phone = inside()?.phone
  if (phone) Object.assign(phone.settings, part)
}

const TAPPED: Record<string, () => void> = {
  pull: () => inside()?.hands.pullDown(),
  back: () => void inside()?.hands.back(),
  away: () => {
    inside()?.hands.hide()
    inside()?.hands.show()
  },
  restart: () => restart(),
  scan: () => {
    const text = ticked('text').value
    inside()?.phone.settings.scans.push(text)
    find('scanned').textContent = `下一次扫一扫会读到：${text}`
  },
  // WeChat opens a mini-program code at its page; any other text it only shows.
  enter: () => {
    const text = ticked('text').value
    if (/^\/?pages\//.test(text)) restart(text.replace(/^\//, ''))
    else find('scanned').textContent = `这不是小程序码，微信只会显示：${text}`
  },
}

async function take(picture: Blob | undefined): Promise<void> {
  if (!picture) return
  const text = await readCode(picture)
  ticked('text').value = text ?? ''
  find('scanned').textContent = text === undefined ? '图里没有找到二维码。' : `读到：${text}`
}

async function start(): Promise<void> {
  const people = (await (await fetch('/people')).json()) as {
    openid: string
    name: string
    about: string
  }[]
  for (const { openid, name, about } of people) {
    field('openid').append(new Option(`${name}，${about}`, openid))
  }
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Record<string, string>
  for (const id of FIELDS) if (kept[id] !== undefined) field(id).value = kept[id]
  for (const [id, chosen] of Object.entries(CHOSEN)) {
    find(id).addEventListener('change', () => {
      keep()
      chosen()
    })
  }
  for (const [id, tapped] of Object.entries(TAPPED)) find(id).addEventListener('click', tapped)
  ticked('picture').addEventListener('change', () => void take(ticked('picture').files?.[0]))
  addEventListener('paste', (event) => void take(event.clipboardData?.files[0]))
  shape()
  showElder()
  restart()
  keepUpWith({ openid: () => field('openid').value, inside, changed: showElder })
}

void start()
