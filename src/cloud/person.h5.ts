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
  people ??= fetch('/people')
    .then((response) => (response.ok ? (response.json() as Promise<DemoPerson[]>) : []))
    .catch(() => {
      // Asked again by the next call: the cloud may only have been restarting.
      people = undefined
      return []
    })
  return people
}

/** The chosen person, or else the first one offered. */
export async function currentOpenid(): Promise<string | undefined> {
  return localStorage.getItem(KEY) ?? (await listPeople())[0]?.openid
}

/** Becomes another person. Everything on the page was the other one's, so the page starts anew. */
export function becomePerson(openid: string): void {
  localStorage.setItem(KEY, openid)
  location.hash = ''
  location.reload()
}
