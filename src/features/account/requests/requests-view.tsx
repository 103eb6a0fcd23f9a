import { useState } from 'react'
import { updateQuery } from '../../../cloud/query-cache'
import { usePages } from '../../../cloud/use-pages'
import type { JoinRequest } from '../../../../types/contract/account-joining'
import { formatMoment } from '../../../lib/time.format'
import { Heading } from '../../../ui/stack'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { useWork, WorkPanes } from '../../../ui/work-panes'
import { RefuseSheet } from './refuse-sheet'
import { RequestDetail } from './request-detail'
import { titleOf } from './request.format'
import { REQUESTS_TEXT } from './requests.text'

const TEXT = REQUESTS_TEXT

/** For staff: who waits to join a home or to act for somebody, and the answer to each. */
export function RequestsView() {
  const pages = usePages('account.listRequests')
  const work = useWork()
  const [refusing, setRefusing] = useState<JoinRequest>()
  const [answered, setAnswered] = useState<readonly JoinRequest[]>([])

  const isAnswered = ({ requestId }: JoinRequest) =>
    answered.some((one) => one.requestId === requestId)
  const waiting = pages.items.filter((one) => !isAnswered(one))

  const settle = (reply: JoinRequest) => {
    setAnswered((before) => [...before, reply])
    setRefusing(undefined)
    work.settle()
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
      <WorkPanes
        work={work}
        pages={pages}
        items={waiting}
        idOf={({ requestId }) => requestId}
        rowOf={(request, now) => ({
          title: titleOf(request),
          say: request.place,
          more: formatMoment(request.askedAt, now),
          badge: { tone: 'plain', say: TEXT.kind[request.kind] },
        })}
        text={TEXT}
        icon="person"
        head={() => (
          <>
            {last ? <Answered request={last} /> : null}
            {waiting.length > 0 ? <Heading>{TEXT.list(waiting.length)}</Heading> : null}
          </>
        )}
        detail={(request, now) => (
          <RequestDetail
            request={request}
            now={now}
            onDone={settle}
            onRefuse={() => setRefusing(request)}
            onStale={() => void pages.first.refresh()}
          />
        )}
      />
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
