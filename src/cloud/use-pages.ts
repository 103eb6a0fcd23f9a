import { useState } from 'react'
import type { Contract } from '../../types/contract'
import type { CallError } from '../../types/contract/wire'
import { callPatiently } from './call-patiently'
import { useWhom } from './for-others'
import { useQuery } from './use-query'

type PagedName =
  | 'account.listAudit'
  | 'account.listRequests'
  | 'account.listRoles'
  | 'account.listTraces'
  | 'announcement.callList'
  | 'announcement.listQuestions'
  | 'announcement.listWritten'
  | 'booking.listDay'
  | 'booking.listMine'
  | 'booking.listServices'
  | 'directory.listEntries'
  | 'message.listCalls'
  | 'message.listMine'
  | 'message.listOfficeQuestions'
type Item<Name extends PagedName> = Contract[Name]['output']['items'][number]

interface Further<Item> {
  /** Where the first page ended when these were read: once it ends elsewhere they no longer fit. */
  from: string
  /** Of whom they are. */
  whom: string | undefined
  items: Item[]
  next?: string | undefined
}

/** A list that is read page by page: the first page as a query, the others when asked for. */
export function usePages<Name extends PagedName>(name: Name, input: Contract[Name]['input'] = {}) {
  const whom = useWhom(name)
  const first = useQuery(name, input)
  const [further, setFurther] = useState<Further<Item<Name>>>()
  const [more, setMore] = useState<{ busy: boolean; error?: CallError }>({ busy: false })

  const page = first.status === 'ready' ? first.data : undefined
  const fitting =
    further && further.from === page?.next && further.whom === whom ? further : undefined
  const next = fitting ? fitting.next : page?.next

  const loadMore = async () => {
    if (!page?.next || !next || more.busy) return
    setMore({ busy: true })
    const result = await callPatiently(name, { ...input, after: next }, { whom })
    setMore(result.ok ? { busy: false } : { busy: false, error: result.error })
    if (!result.ok) return
    const items = [...(fitting?.items ?? []), ...(result.data.items as Item<Name>[])]
    setFurther({ from: page.next, whom, items, next: result.data.next })
  }

  const items = [...((page?.items ?? []) as Item<Name>[]), ...(fitting?.items ?? [])]
  return {
    first,
    items,
    hasMore: next !== undefined,
    loadMore,
    loadingMore: more.busy,
    moreError: more.error,
  }
}
