import type { Contract } from '../../../types/contract'
import { Card, Section } from '../../ui/card'
import { Facts } from '../../ui/facts'
import { Notice } from '../../ui/notice'
import { termLines } from './booking.terms'
import { TERMS_TEXT } from './booking.terms.text'
import { BOOKING_TEXT } from './booking.text'
import { WISH_TEXT } from './booking.wish.text'
import { Spaced } from './spaced'

type View = Contract['booking.viewService']['output']

/** Who may book, how often, when, and until when it can be given back. */
export function ServiceTerms({ service: { terms } }: Pick<View, 'service'>) {
  return (
    <Section title={TERMS_TEXT.title}>
      <Card>
        <Facts rows={termLines(terms)} />
      </Card>
    </Section>
  )
}

/** What the person's entitlement leaves for the service, this month and the next. */
export function Entitled({ entitled = [] }: Pick<View, 'entitled'>) {
  if (entitled.length === 0) return null
  const TEXT = BOOKING_TEXT.service
  const left = entitled.map(({ unit, left }, index) =>
    TEXT.entitledIn(index === 0, WISH_TEXT.units[unit](left)),
  )
  return (
    <Spaced>
      <Notice tone="plain" icon="money">
        {TEXT.entitled(left)}
      </Notice>
    </Spaced>
  )
}
