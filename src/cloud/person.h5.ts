import { ACTING } from '../lib/acting'
import { DRAFTS } from '../lib/drafts'
import { withPatience } from './transport.patience'

/** Who the page is, against the local cloud, which has no WeChat to ask. */
export interface DemoPerson {
  openid: string
  name: string
  about: string
}

const KEY = 'linli.openid'

let people: Promise<DemoPerson[]> | undefined

/** The people whom the local cloud offers; nobody when it is not a local cloud. */
export function listPeople(): Promise<DemoPerson[]> {
  people ??= withPatience(askForPeople()).catch(() => {
    // Asked again by the next call: the cloud may only have been restarting.
    people = undefined
    return []
  })
  return people
}

async function askForPeople(): Promise<DemoPerson[]> {
  const response = await fetch('/people')
  return response.ok ? ((await response.json()) as DemoPerson[]) : []
}

/** The chosen person, or else the first one offered. */
export async function currentOpenid(): Promise<string | undefined> {
  return localStorage.getItem(KEY) ?? (await listPeople())[0]?.openid
}

/** Becomes another person. What is on the page, half written, or done for somebody is the other one's: all starts anew. */
export function becomePerson(openid: string): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(DRAFTS)) localStorage.removeItem(key)
  }
  localStorage.removeItem(ACTING)
  localStorage.setItem(KEY, openid)
  location.hash = ''
  location.reload()
}
