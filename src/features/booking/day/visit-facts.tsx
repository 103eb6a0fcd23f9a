import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Visit } from '../../../../types/contract/booking-visits'
import { useQuery } from '../../../cloud/use-query'
import { formatPrice, formatYuan } from '../../../lib/money.format'
import { callPhone } from '../../../lib/phone-call'
import { openDeskPerson } from '../../../lib/routes'
import { dayOf, formatDay, formatMoment, formatSpan } from '../../../lib/time.format'
import { Badge } from '../../../ui/badge'
import { Button } from '../../../ui/button'
import { Facts } from '../../../ui/facts'
import { Notice } from '../../../ui/notice'
import { Heading, Stack } from '../../../ui/stack'
import { doneBySaid } from '../done-by.format'
import { badgeOf } from './day.format'
import { DAY_TEXT } from './day.text'
import { whichOf } from './visit.doing'
import { VISIT_TEXT as TEXT } from './visit.text'
import './visit-facts.css'

interface VisitFactsProps {
  visit: Visit
  now: number
  office: boolean
}

/** What is known of a visit, and how to reach the person. */
export function VisitFacts({ visit, now, office }: VisitFactsProps) {
  const { name, residentId } = visit
  const badge = badgeOf(visit)
  return (
    <Stack card>
      <View className="visit-name">
        <Heading>{name}</Heading>
        <Badge tone={badge.tone}>{badge.say}</Badge>
      </View>
      <Facts rows={rowsOf(visit, now)} />
      {visit.cancelled ? null : <Phone visit={visit} />}
      {office ? (
        <Button kind="second" icon="person" onTap={() => void openDeskPerson(residentId)}>
          {TEXT.person}
        </Button>
      ) : null}
    </Stack>
  )
}

function rowsOf(visit: Visit, now: number) {
  const { startsAt, endsAt, serviceName, place, home, priceFen, subsidised, by, note } = visit
  const { answers = [], paid, where } = visit
  const price = formatPrice(priceFen)
  return [
    {
      label: TEXT.facts.when,
      value: `${formatDay(dayOf(startsAt), now)} ${formatSpan(startsAt, endsAt)}`,
    },
    { label: TEXT.facts.service, value: serviceName },
    where === 'home'
      ? { label: TEXT.facts.home, value: home ?? TEXT.facts.noHome }
      : { label: TEXT.facts.place, value: place },
    { label: TEXT.facts.price, value: subsidised ? TEXT.subsidised(price) : price },
    { label: TEXT.facts.by, value: by && doneBySaid({ state: 'booked', by }) },
    { label: TEXT.facts.note, value: note },
    ...answers.map(({ ask, answer }) => ({ label: ask, value: answer })),
    { label: TEXT.facts.mark, value: markSaid(visit, now) },
    {
      label: TEXT.facts.paid,
      value:
        paid &&
        (paid.receiptNo
          ? TEXT.receipt(formatYuan(paid.fen), paid.receiptNo)
          : formatYuan(paid.fen)),
    },
  ]
}

function markSaid({ mark, markedAt, proved }: Visit, now: number): string | undefined {
  if (mark === undefined || markedAt === undefined) return undefined
  const when = formatMoment(markedAt, now)
  return proved ? TEXT.proved(DAY_TEXT.mark[mark], when) : TEXT.marked(DAY_TEXT.mark[mark], when)
}

/** The number is asked for at a tap: each look stands in the audit trail. */
function Phone({ visit }: { visit: Visit }) {
  const [asked, setAsked] = useState(false)
  const query = useQuery('booking.revealVisitPhone', whichOf(visit), { wanted: asked })
  if (asked && query.status === 'ready') {
    const { phone } = query.data
    if (!phone) return <Notice tone="plain">{TEXT.noPhone}</Notice>
    return (
      <Button kind="second" icon="phone" onTap={() => callPhone(phone)}>
        {TEXT.call(phone)}
      </Button>
    )
  }
  const failed = asked && (query.status === 'error' || query.status === 'offline')
  return (
    <>
      {failed ? <Notice tone="warn">{query.error.message}</Notice> : null}
      <Button
        kind="second"
        icon="phone"
        busy={asked && query.status === 'loading' ? TEXT.phoneBusy : false}
        onTap={() => (failed ? void query.refresh() : setAsked(true))}
      >
        {TEXT.phone}
      </Button>
    </>
  )
}
