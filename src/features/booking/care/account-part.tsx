import type { Contract } from '../../../../types/contract'
import type { AccountLine } from '../../../../types/contract/booking-care'
import { formatYuan } from '../../../lib/money.format'
import { type Bar, Bars } from '../../../ui/bars'
import { Section } from '../../../ui/card'
import { Facts } from '../../../ui/facts'
import { Figures } from '../../../ui/figures'
import { Heading, Stack } from '../../../ui/stack'
import { CARE_TEXT } from './care.text'
import { DownloadButton } from '../download-button'
import { settledSaid } from './units.format'

const TEXT = CARE_TEXT.account

type Account = Contract['booking.providerAccount']['output']

/** A month in figures, and as a table to take away. */
export function AccountPart({ account, providerId }: { account: Account; providerId: string }) {
  const { month, total, byGrade, byService, byPerson = [], open, providers } = account
  const name = providers.find((one) => one.providerId === providerId)?.name ?? ''
  return (
    <>
      <Heading>{`${name}，${TEXT.months(month)}`}</Heading>
      <Figures
        figures={[
          { say: TEXT.figures.visits, value: total.visits },
          { say: TEXT.figures.minutes, value: total.minutes },
          { say: TEXT.figures.open, value: open, warn: open > 0 },
        ]}
      />
      <Stack card>
        <Facts
          rows={[
            { label: TEXT.vouchers, value: settledSaid('voucher', total) },
            { label: TEXT.unitMinutes, value: settledSaid('minute', total) },
            { label: TEXT.copay, value: formatYuan(total.copayFen) },
          ]}
        />
        <DownloadButton
          op="booking.downloadAccount"
          input={{ providerId, month }}
          fileName={TEXT.file(month)}
          text={TEXT}
        />
      </Stack>
      <Part
        title={TEXT.grades}
        bars={byGrade.map(({ grade, ...line }) => ({
          ...barOf(CARE_TEXT.grade[grade], line),
          ...(grade === 'C' ? { tone: 'amber' as const } : {}),
        }))}
      />
      <Part
        title={TEXT.services}
        bars={byService.map(({ serviceName, ...line }) => barOf(serviceName, line))}
      />
      <Part
        title={TEXT.people}
        bars={byPerson.map(({ name: person, ...line }) => barOf(person, line))}
      />
    </>
  )
}

const barOf = (label: string, { visits }: AccountLine): Bar => ({
  label,
  value: visits,
  say: TEXT.times(visits),
})

function Part({ title, bars }: { title: string; bars: readonly Bar[] }) {
  if (bars.length === 0) return null
  return (
    <Section title={title}>
      <Stack card>
        <Bars label={title} bars={bars} />
      </Stack>
    </Section>
  )
}
