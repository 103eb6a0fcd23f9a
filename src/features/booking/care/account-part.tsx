import type { Contract } from '../../../../types/contract'
import type { AccountLine } from '../../../../types/contract/booking-care'
import { formatYuan } from '../../../lib/money.format'
import { type Bar, Bars } from '../../../ui/bars'
import { Section } from '../../../ui/card'
import { Facts } from '../../../ui/facts'
import { Figures } from '../../../ui/figures'
import { Fold } from '../../../ui/fold'
import { Heading, Stack } from '../../../ui/stack'
import { formatMonth } from '../../../lib/time.format'
import { CARE_TEXT } from './care.text'
import { DownloadButton } from '../download-button'
import { settledSaid } from './units.format'

const TEXT = CARE_TEXT.account

type Account = Contract['booking.providerAccount']['output']

interface AccountPartProps {
  account: Account
  providerId: string
}

/** A month in figures, and as a table to take away. */
export function AccountSums({ account, providerId }: AccountPartProps) {
  const { month, total, open, providers } = account
  const name = providers.find((one) => one.providerId === providerId)?.name ?? ''
  return (
    <>
      <Heading>{`${name}，${formatMonth(month)}`}</Heading>
      <Figures
        figures={[
          { say: TEXT.figures.visits, value: total.visits },
          { say: TEXT.figures.hours, value: hoursOf(total.minutes) },
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
    </>
  )
}

/** A month by how it was proved, by service and by person. */
export function AccountCharts({ account }: { account: Account }) {
  const { byGrade, byService, byPerson = [] } = account
  return (
    <>
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
      {byPerson.length > 0 ? (
        <Fold title={TEXT.people(byPerson.length)}>
          <Bars
            label={TEXT.people(byPerson.length)}
            bars={[...byPerson]
              .sort((a, b) => b.visits - a.visits)
              .map(({ name: person, ...line }) => barOf(person, line))}
          />
        </Fold>
      ) : null}
    </>
  )
}

/** To a tenth of an hour. */
const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10

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
