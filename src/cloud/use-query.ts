import { useDidShow } from '@tarojs/taro'
import { useCallback } from 'react'
import useSWR from 'swr'
import type { Contract, QueryName } from '../../types/contract'
import type { Load } from '../lib/load.model'
import { type CallAs, useWhom } from './for-others'
import { ask, queryKey, refreshQuery, type Answer, type Failure } from './query-cache'

export type Query<Data> = Load<Data> & { refresh: () => Promise<void> }

/** When to ask again is ours to say: a screen's showing and a pull, not a browser's focus. */
const RULES = {
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
  dedupingInterval: 0,
  // Every answer brings another `now`, so that comparing two in depth would be for nothing.
  compare: Object.is,
}

interface Wish {
  /** Not asked for at all while it is false. */
  wanted?: boolean
  /** Whose it is, where that is not whom the program acts for. */
  as?: CallAs
}

/** The data of one screen: cached by call and person, asked for again each time the screen is shown. */
export function useQuery<Name extends QueryName>(
  name: Name,
  input: Contract[Name]['input'],
  { wanted = true, as }: Wish = {},
): Query<Contract[Name]['output']> {
  const key = queryKey(name, input, useWhom(name, as))
  const state = useSWR<Answer<Name>, Failure>(wanted ? key : null, ask, RULES)
  const refresh = useCallback(() => refreshQuery(key), [key])
  useDidShow(() => {
    if (wanted) void refresh()
  })
  return { ...loadOf(state), refresh }
}

/** What is already known of a query, without asking: for a detail that is welcome but not needed. */
export function useKnown<Name extends QueryName>(
  name: Name,
  input: Contract[Name]['input'],
  { as }: Pick<Wish, 'as'> = {},
): Contract[Name]['output'] | undefined {
  return useSWR<Answer<Name>>(queryKey(name, input, useWhom(name, as)), null, RULES).data?.data
}

interface State<Name extends QueryName> {
  data: Answer<Name> | undefined
  error: Failure | undefined
  isValidating: boolean
}

function loadOf<Name extends QueryName>(state: State<Name>): Load<Contract[Name]['output']> {
  const { data: answer, error } = state
  if (answer) return { status: 'ready', ...answer, ...(error ? { problem: error } : {}) }
  // Asked for again after an error: the screen says that it waits.
  if (!error || state.isValidating) return { status: 'loading' }
  return { status: error.code === 'OFFLINE' ? 'offline' : 'error', error }
}
