import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { Contract, QueryName } from '../../types/contract'
import type { Load } from '../lib/load.model'
import { queryKey, readQuery, refreshQuery, subscribe } from './query-store'

export type Query<Data> = Load<Data> & { refresh: () => Promise<void> }

/**
 * The data of one screen: cached by call, asked for again each time the screen is shown. Not asked for
 * at all while it is not `wanted`.
 */
export function useQuery<Name extends QueryName>(
  name: Name,
  input: Contract[Name]['input'],
  wanted = true,
): Query<Contract[Name]['output']> {
  // The input is an object made anew on each render; its text is what it depends on.
  const asked = queryKey(name, input).slice(name.length + 1)
  const state = useSyncExternalStore(subscribe, () => readQuery(name, input))
  const refresh = useCallback(
    () => refreshQuery(name, JSON.parse(asked) as Contract[Name]['input']),
    [name, asked],
  )
  useEffect(() => {
    if (wanted) void refresh()
  }, [refresh, wanted])
  useDidShow(() => {
    if (wanted) void refresh()
  })
  return { ...state, refresh }
}

/** What is already known of a query, without asking: for a detail that is welcome but not needed. */
export function useKnown<Name extends QueryName>(
  name: Name,
  input: Contract[Name]['input'],
): Contract[Name]['output'] | undefined {
  const state = useSyncExternalStore(subscribe, () => readQuery(name, input))
  return state.status === 'ready' ? state.data : undefined
}
