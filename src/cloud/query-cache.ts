import { mutate } from 'swr'
import type { Contract, QueryName } from '../../types/contract'
import type { CallError } from '../../types/contract/wire'
import { callPatiently } from './call-patiently'

/** What a query was answered, and the cloud's time then. */
export interface Answer<Name extends QueryName> {
  data: Contract[Name]['output']
  now: number
}

/** Thrown by `ask`: swr keeps what is thrown as a query's error. */
export type Failure = CallError

/** The calls now under way whose answer will be shown, by key. */
const underWay = new Map<string, Promise<unknown>>()

/**
 * The name, the person and the input of a query in one text: the same call on two screens is one entry
 * of the cache, and what was answered for one person is never found for another.
 */
export const queryKey = <Name extends QueryName>(
  name: Name,
  input: Contract[Name]['input'],
  whom: string | undefined,
) => `${name} ${whom ?? ''} ${JSON.stringify(input)}`

/** Asks the cloud for the query of a key. */
export function ask<Name extends QueryName>(key: string): Promise<Answer<Name>> {
  const asking = answerOf<Name>(key)
  underWay.set(key, asking)
  const done = () => {
    if (underWay.get(key) === asking) underWay.delete(key)
  }
  asking.then(done, done)
  return asking
}

async function answerOf<Name extends QueryName>(key: string): Promise<Answer<Name>> {
  const [name, whom] = key.split(' ', 2) as [Name, string]
  const input = JSON.parse(key.slice(name.length + whom.length + 2)) as Contract[Name]['input']
  const result = await callPatiently(name, input, whom ? { whom } : {})
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- swr hands it on; a stack says nothing here.
  if (!result.ok) throw result.error as Failure
  return { data: result.data, now: result.now }
}

/** Asks again, or waits for the answer that is on its way. What is shown stays until it comes. */
export async function refreshQuery(key: string): Promise<void> {
  const asking = underWay.get(key)
  if (asking) await asking.catch(() => undefined)
  else await mutate(key)
}

/**
 * Changes what is shown of a query, e.g. by the view that a command replied with. An answer on its way
 * is older and is dropped; only where nothing was known yet is it asked for again. `whom`: of whom the
 * reply is, as the command says it.
 */
export function updateQuery<Name extends QueryName>(
  name: Name,
  input: Contract[Name]['input'],
  whom: string | undefined,
  next: (data: Contract[Name]['output']) => Contract[Name]['output'],
): void {
  const key = queryKey(name, input, whom)
  // Whoever refreshes from here on must not be given that older answer.
  underWay.delete(key)
  const change = (known?: Answer<Name>) => known && { ...known, data: next(known.data) }
  void mutate<Answer<Name>>(key, change, {
    revalidate: (known: Answer<Name> | undefined) => known === undefined,
  })
}

/**
 * Drops all that is known but one query of one's own: from here on one lives in another community. What
 * is dropped is asked for when its screen is shown.
 */
export function forgetAllBut(name: QueryName): void {
  const kept = queryKey(name, {}, undefined)
  for (const key of [...underWay.keys()]) if (key !== kept) underWay.delete(key)
  void mutate((key) => key !== kept, undefined, { revalidate: false })
}
