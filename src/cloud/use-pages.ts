import { useState } from 'react'
import type { Contract } from '../../types/contract'
import type { CallError } from '../../types/contract/wire'
import { callPatiently } from './call-patiently'
import { useWhom } from './for-others'
import { queryKey, updateQuery } from './query-cache'
import { useQuery } from './use-query'

type PagedName =
  | 'account.listAudit'
  | 'account.listRequests'
  | 'account.listRoles'
  | 'account.listTraces'
  | 'announcement.callList'
  | 'announcement.listDisclosures'
  | 'announcement.listPublished'
  | 'announcement.listQuestions'
  | 'announcement.listReaders'
  | 'announcement.listWritten'
  | 'announcement.search'
  | 'booking.listDay'
  | 'booking.listFlagged'
  | 'booking.listMine'
  | 'booking.listOffered'
  | 'booking.listRatings'
  | 'booking.listServices'
  | 'booking.listVisits'
  | 'directory.listEntries'
  | 'message.listAsked'
  | 'message.listCalls'
  | 'message.listMine'
  | 'message.listOfficeQuestions'
type Item<Name extends PagedName> = Contract[Name]['output']['items'][number]

type Page<Name extends PagedName> = Contract[Name]['output']

interface Further<Page> {
  /** What the first page was asked for by, and where it ended, when these were read: otherwise they do not fit. */
  asked: string
  from: string
  pages: Page[]
}

/**
 * A list that is read page by page: the first page as a query, the others when asked for. `read` are all of them, for
 * what stands in a page beside its items. `change` puts what became of items, e.g. by a command's reply, into them.
 */
export function usePages<Name extends PagedName>(
  name: Name,
  input: Contract[Name]['input'] = {},
  { wanted = true }: { wanted?: boolean } = {},
) {
  const whom = useWhom(name)
  const first = useQuery(name, input, { wanted })
  const [further, setFurther] = useState<Further<Page<Name>>>()
  const [more, setMore] = useState<{ busy: boolean; error?: CallError }>({ busy: false })

  const asked = queryKey(name, input, whom)
  const page = first.status === 'ready' ? first.data : undefined
  const fitting =
    further && further.from === page?.next && further.asked === asked ? further : undefined
  const read: Page<Name>[] = page ? [page, ...(fitting?.pages ?? [])] : []
  const next = read[read.length - 1]?.next

  const loadMore = async () => {
    if (!page?.next || !next || more.busy) return
    setMore({ busy: true })
    const result = await callPatiently(name, { ...input, after: next }, { whom })
    setMore(result.ok ? { busy: false } : { busy: false, error: result.error })
    if (!result.ok) return
    setFurther({ asked, from: page.next, pages: [...(fitting?.pages ?? []), result.data] })
  }

  const change = (to: (item: Item<Name>) => Item<Name>) => {
    const changed = (known: Page<Name>): Page<Name> => ({
      ...known,
      items: (known.items as Item<Name>[]).map(to),
    })
    updateQuery(name, input, whom, changed)
    setFurther((known) => known && { ...known, pages: known.pages.map(changed) })
  }

  return {
    first,
    read,
    items: read.reduce<Item<Name>[]>((all, { items }) => [...all, ...(items as Item<Name>[])], []),
    hasMore: next !== undefined,
    loadMore,
    loadingMore: more.busy,
    moreError: more.error,
    change,
  }
}
