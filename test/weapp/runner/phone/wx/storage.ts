import { storedAt } from '../settings.ts'
import { phone } from '../state.ts'
import { api, ApiFailed } from './api.ts'

/** WeChat's limit of one value, bytes. */
const LARGEST = 1024 * 1024

const place = () => storedAt(phone.settings.openid)

/** The values of one person stay in this browser, apart from another's. */
function read(key: string): unknown {
  const text = localStorage.getItem(place() + key)
  return text === null ? undefined : (JSON.parse(text) as { data?: unknown }).data
}

function write(key: unknown, data: unknown): void {
  if (typeof key !== 'string' || key === '') throw new ApiFailed('parameter error: key')
  const text = JSON.stringify({ data })
  if (text.length > LARGEST) throw new ApiFailed('exceed storage item max length')
  localStorage.setItem(place() + key, text)
}

const keys = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(place()))
    .map((key) => key.slice(place().length))

const remove = (key: string) => localStorage.removeItem(place() + key)
const clear = () => keys().forEach(remove)
const info = () => ({ keys: keys(), currentSize: 1, limitSize: 10_240 })

/** What the settings say is stored already, unless the phone has something there. */
export function storeFirst(values: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(values)) {
    if (read(key) === undefined) write(key, value)
  }
}

export const storage = {
  getStorageSync: (key: string) => read(key) ?? '',
  setStorageSync: write,
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
  getStorage: api('getStorage', ({ key }) => {
    const data = read(String(key))
    if (data === undefined) throw new ApiFailed('data not found')
    return { data }
  }),
  setStorage: api('setStorage', ({ key, data }) => write(key, data)),
  removeStorage: api('removeStorage', ({ key }) => remove(String(key))),
  clearStorage: api('clearStorage', clear),
  getStorageInfo: api('getStorageInfo', info),
}
