import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { Contract } from '../../../../types/contract'
import type { ResidentCard } from '../../../../types/contract/account-roster'
import { callPhone } from '../../../lib/phone-call'
import { dayOf, formatDate } from '../../../lib/time.format'
import { Badge } from '../../../ui/badge'
import { Button } from '../../../ui/button'
import { Section } from '../../../ui/card'
import { Facts } from '../../../ui/facts'
import { Heading, Say, Stack } from '../../../ui/stack'
import { ACCOUNT_TEXT } from '../account.text'
import { HOME_RELATION_TEXT } from '../relations.text'
import { PEOPLE_TEXT } from './people.text'
import { PersonActions } from './person-actions'
import './person-card.css'
import type { Doing } from './person.doing'
import { RevealSheet } from './reveal-sheet'

const TEXT = PEOPLE_TEXT.card
type Revealed = Contract['account.revealResident']['output']

interface PersonCardProps {
  card: ResidentCard
  now: number
  onSheet: (sheet: ReactNode) => void
  onDo: (doing: Doing) => void
}

/** Who somebody is, as far as the work goes by it; what is masked is shown for a reason. */
export function PersonCard({ card, now, onSheet, onDo }: PersonCardProps) {
  // Gone with this card: nothing revealed is kept on the phone.
  const [seen, setSeen] = useState<Revealed>({})
  const reveal = () =>
    onSheet(
      <RevealSheet
        residentId={card.residentId}
        name={card.fullName}
        onStay={() => onSheet(null)}
        onSeen={(more) => {
          setSeen((before) => ({ ...before, ...more }))
          onSheet(null)
        }}
      />,
    )
  return (
    <Stack>
      <Stack card>
        <View className="person__head">
          <Heading>{card.fullName}</Heading>
          <Badge tone={card.joined ? 'accent' : 'plain'}>
            {card.joined ? PEOPLE_TEXT.joined : PEOPLE_TEXT.notJoined}
          </Badge>
          {card.state === 'living' ? null : (
            <Badge tone="warn">{PEOPLE_TEXT.state[card.state]}</Badge>
          )}
        </View>
        <Facts rows={rowsOf(card, seen, now)} />
        {seen.phone ? (
          <Button
            icon="phone"
            label={PEOPLE_TEXT.reveal.call(card.fullName)}
            onTap={() => callPhone(seen.phone ?? '')}
          >
            {PEOPLE_TEXT.reveal.callSay}
          </Button>
        ) : null}
        {card.phone || card.hasBirthDay ? (
          <Button kind="second" onTap={reveal}>
            {TEXT.reveal}
          </Button>
        ) : null}
        {card.state === 'living' ? (
          <Button kind="second" onTap={() => onDo({ is: 'edit' })}>
            {TEXT.edit}
          </Button>
        ) : null}
      </Stack>
      <Attributes attributes={card.attributes} now={now} />
      {card.state === 'living' ? <PersonActions card={card} onSheet={onSheet} onDo={onDo} /> : null}
    </Stack>
  )
}

function rowsOf(card: ResidentCard, seen: Revealed, now: number) {
  const { phone, phoneVerified, hasBirthDay, homes, rosterKey, roles, endedAt } = card
  const others = roles.filter((role) => role !== 'resident')
  const homeRows = homes.map(({ place, relation, since }) => ({
    label: TEXT.place,
    value: `${place}（${TEXT.homeSay(HOME_RELATION_TEXT[relation], formatDate(dayOf(since), now))}）`,
  }))
  return [
    ...(homes.length > 1
      ? homeRows.map((row, n) => ({ ...row, label: `${row.label}${n + 1}` }))
      : homeRows),
    {
      label: TEXT.phone,
      value: phone
        ? `${seen.phone ?? phone}（${phoneVerified ? TEXT.phoneVerified : TEXT.phoneUnverified}）`
        : TEXT.noPhone,
    },
    {
      label: TEXT.birthDay,
      value: seen.birthDay ?? (hasBirthDay ? TEXT.birthDayKept : TEXT.noPhone),
    },
    { label: TEXT.roles, value: others.map((role) => ACCOUNT_TEXT.role[role]).join('、') },
    { label: TEXT.rosterKey, value: rosterKey },
    {
      label: TEXT.endedLabel,
      value: endedAt === undefined ? undefined : formatDate(dayOf(endedAt), now),
    },
  ]
}

function Attributes({ attributes, now }: { attributes: ResidentCard['attributes']; now: number }) {
  return (
    <Section title={TEXT.attributes}>
      <Stack card>
        {attributes.length === 0 ? <Say>{TEXT.noAttributes}</Say> : null}
        {attributes.map(({ name, value, basis, setAt, reviewDay }) => (
          <View key={name} className="person__attribute">
            <View className="person__head">
              <Text className="person__attribute-name">
                {value
                  ? PEOPLE_TEXT.attribute[name]
                  : TEXT.attributeNo(PEOPLE_TEXT.attribute[name])}
              </Text>
              {reviewDay !== undefined && reviewDay <= dayOf(now) ? (
                <Badge tone="warn">{TEXT.reviewDue}</Badge>
              ) : null}
            </View>
            <Say>
              {[
                TEXT.basis(basis, formatDate(dayOf(setAt), now)),
                reviewDay && TEXT.review(formatDate(reviewDay, now)),
              ]
                .filter(Boolean)
                .join('；')}
            </Say>
          </View>
        ))}
      </Stack>
    </Section>
  )
}
