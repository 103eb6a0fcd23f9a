import { useState } from 'react'
import type { Contract } from '../../../../types/contract'
import type { AccountLine } from '../../../../types/contract/booking-care'
import { useCommand } from '../../../cloud/use-command'
import { formatYuan } from '../../../lib/money.format'
import { openFile } from '../../../lib/open-file'
import { type Bar, Bars } from '../../../ui/bars'
import { Button } from '../../../ui/button'
import { Section } from '../../../ui/card'
import { Facts } from '../../../ui/facts'
import { Figures } from '../../../ui/figures'
import { Notice } from '../../../ui/notice'
import { Heading, Stack } from '../../../ui/stack'
import { CARE_TEXT } from './care.text'
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
        <Download providerId={providerId} month={month} />
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

function Download({ providerId, month }: { providerId: string; month: string }) {
  const make = useCommand('booking.downloadAccount')
  const [opening, setOpening] = useState<'no' | 'yes' | 'failed'>('no')
  const run = async () => {
    setOpening('no')
    const result = await make.run({ providerId, month })
    if (!result?.ok) return
    setOpening('yes')
    const opened = await openFile({ url: result.data.url, fileName: TEXT.file(month) })
    setOpening(opened ? 'no' : 'failed')
  }
  return (
    <>
      {make.error ? <Notice tone="warn">{make.error.message}</Notice> : null}
      {opening === 'failed' ? <Notice tone="warn">{TEXT.failed}</Notice> : null}
      <Button
        kind="second"
        icon="file"
        busy={make.says(TEXT.downloading) || (opening === 'yes' && TEXT.opening)}
        onTap={() => void run()}
      >
        {TEXT.download}
      </Button>
    </>
  )
}
