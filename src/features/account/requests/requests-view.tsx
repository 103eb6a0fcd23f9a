import { useState } from 'react'
import { updateQuery } from '../../../cloud/query-cache'
import { usePages } from '../../../cloud/use-pages'
import type { JoinRequest } from '../../../../types/contract/account-joining'
import { formatMoment } from '../../../lib/time.format'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Heading, Stack } from '../../../ui/stack'
import { List } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { Notice } from '../../../ui/notice'
import { Panes } from '../../../ui/panes'
import { PickRow } from '../../../ui/pick-row'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Standstill } from '../../../ui/standstill'
import { RefuseSheet } from './refuse-sheet'
import { RequestDetail } from './request-detail'
import { titleOf } from './request.format'
import { REQUESTS_TEXT } from './requests.text'

const TEXT = REQUESTS_TEXT

/** For staff: who waits to join a home or to act for somebody, and the answer to each. */
export function RequestsView() {
  const pages = usePages('account.listRequests')
  const [chosen, setChosen] = useState<string>()
  const [refusing, setRefusing] = useState<JoinRequest>()
  const [answered, setAnswered] = useState<readonly JoinRequest[]>([])
  usePullRefresh(pages.first.refresh)

  const isAnswered = ({ requestId }: JoinRequest) =>
    answered.some((one) => one.requestId === requestId)
  const waiting = pages.items.filter((one) => !isAnswered(one))
  const open = waiting.find(({ requestId }) => requestId === chosen)

  const settle = (reply: JoinRequest) => {
    setAnswered((before) => [...before, reply])
    setRefusing(undefined)
    setChosen(undefined)
    updateQuery('account.listRequests', {}, undefined, (page) => ({
      ...page,
      items: page.items.filter(({ requestId }) => requestId !== reply.requestId),
    }))
  }
  const last = answered[answered.length - 1]

  return (
    <Screen
      own
      title={TEXT.title}
      sheet={
        refusing ? (
          <RefuseSheet
            key={refusing.requestId}
            request={refusing}
            onStay={() => setRefusing(undefined)}
            onDone={settle}
          />
        ) : null
      }
    >
      <Loaded
        load={pages.first}
        skeleton={<Skeleton blocks={['line', 'row', 'row', 'row']} />}
        onRetry={() => void pages.first.refresh()}
      >
        {(_, now) => (
          <Panes
            open={open !== undefined}
            back={{ say: TEXT.back, onTap: () => setChosen(undefined) }}
            list={
              <Stack>
                {last ? <Answered request={last} /> : null}
                {waiting.length > 0 ? (
                  <>
                    <Heading>{TEXT.list(waiting.length)}</Heading>
                    <List>
                      {waiting.map((request) => (
                        <PickRow
                          key={request.requestId}
                          title={titleOf(request)}
                          say={request.place}
                          more={formatMoment(request.askedAt, now)}
                          badge={{ tone: 'plain', say: TEXT.kind[request.kind] }}
                          chosen={request.requestId === chosen}
                          onTap={() => setChosen(request.requestId)}
                        />
                      ))}
                    </List>
                    <LoadMore pages={pages} say={TEXT.more} />
                  </>
                ) : (
                  <Standstill icon="check" title={TEXT.empty} say={TEXT.emptySay} />
                )}
              </Stack>
            }
            detail={
              open ? (
                <RequestDetail
                  key={open.requestId}
                  request={open}
                  now={now}
                  onDone={settle}
                  onRefuse={() => setRefusing(open)}
                  onStale={() => void pages.first.refresh()}
                />
              ) : waiting.length > 0 ? (
                <Standstill icon="person" title={TEXT.choose} say={TEXT.chooseSay} />
              ) : null
            }
          />
        )}
      </Loaded>
    </Screen>
  )
}

function Answered({ request: { name, state } }: { request: JoinRequest }) {
  return (
    <Notice tone="plain" icon="check">
      {state === 'refused' ? TEXT.done.refused(name) : TEXT.done.approved(name)}
    </Notice>
  )
}
