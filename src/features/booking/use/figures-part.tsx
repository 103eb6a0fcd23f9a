import { Text, View } from '@tarojs/components'
import type { Figures as Use } from '../../../../types/contract/booking-visits'
import { type Bar, Bars } from '../../../ui/bars'
import { Section } from '../../../ui/card'
import { Figures } from '../../../ui/figures'
import { Fold } from '../../../ui/fold'
import { Heading, Say, Stack } from '../../../ui/stack'
import { type Column, Table } from '../../../ui/table'
import './figures-part.css'
import { formatMonth } from '../../../lib/time.format'
import { ageBars, hasHidden } from './use.format'
import { USE_TEXT } from './use.text'

const TEXT = USE_TEXT.figures
const COUNTS = ['booked', 'came', 'absent', 'cancelled'] as const
type Count = (typeof COUNTS)[number]

interface FiguresPartProps {
  figures: Use
  fromMonth: string
  toMonth: string
}

/** A period in figures: what there was in all, then by service, by age and by month, each as a chart and as a table. */
export function FiguresPart({ figures, fromMonth, toMonth }: FiguresPartProps) {
  const { total, services, ages, months } = figures
  return (
    <Stack>
      <Heading>{TEXT.span(formatMonth(fromMonth), formatMonth(toMonth))}</Heading>
      <Figures figures={COUNTS.map((key) => ({ say: TEXT.total[key], value: total[key] }))} />
      <Say>{TEXT.rest}</Say>
      <Charted
        title={TEXT.services}
        first={TEXT.columns.name}
        rows={services.map(({ serviceId, serviceName, ...counts }) => ({
          ...counts,
          key: serviceId,
          name: serviceName,
        }))}
      />
      <Section title={TEXT.ages}>
        <Stack card>
          <Bars label={TEXT.ages} bars={ageBars(ages)} />
          <Say>{TEXT.agesSay}</Say>
          {hasHidden(ages) ? <Say>{TEXT.hiddenSay}</Say> : null}
        </Stack>
      </Section>
      {months.length > 1 ? (
        <Charted
          title={TEXT.months}
          first={TEXT.columns.month}
          rows={months.map(({ month, ...counts }) => ({
            ...counts,
            key: month,
            name: formatMonth(month),
          }))}
        />
      ) : null}
    </Stack>
  )
}

interface ChartedProps {
  title: string
  /** What the first column is called. */
  first: string
  rows: readonly ({ key: string; name: string } & Record<Count, number>)[]
}

function Charted({ title, first, rows }: ChartedProps) {
  const bars: Bar[] = rows.map(({ name, booked }) => ({
    label: name,
    value: booked,
    say: TEXT.times(booked),
  }))
  const columns: Column<'name' | Count>[] = [
    { key: 'name', title: first, narrow: 'head' },
    ...COUNTS.map((key) => ({ key, title: TEXT.columns[key], narrow: 'head' as const })),
  ]
  return (
    <Section title={title}>
      <View className="use-part">
        <Stack card>
          <Bars label={title} bars={bars} />
        </Stack>
        <Fold title={TEXT.table}>
          <Table
            label={title}
            columns={columns}
            rows={rows.map(({ key, name, booked, came, absent, cancelled }) => ({
              key,
              cells: {
                name,
                booked: cell('booked', booked),
                came: cell('came', came),
                absent: cell('absent', absent),
                cancelled: cell('cancelled', cancelled),
              },
            }))}
          />
        </Fold>
      </View>
    </Section>
  )
}

/** A count with its word, which at a desk stands above the column. */
const cell = (count: Count, n: number) => (
  <View className="use-count">
    <Text className="use-count__word">{TEXT.columns[count]}</Text>
    <Text>{String(n)}</Text>
  </View>
)
