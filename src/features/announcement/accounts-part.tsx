import { Text, View } from '@tarojs/components'
import type { Accounts } from '../../../types/contract/announcement-content'
import { formatYuan } from '../../lib/money.format'
import { Bars } from '../../ui/bars'
import { Card, Section } from '../../ui/card'
import { Fold } from '../../ui/fold'
import { Table } from '../../ui/table'
import './accounts-part.css'
import { formatPeriod, sumOf } from './announcement.format'
import { ANNOUNCEMENT_TEXT } from './announcement.text'
import { DownloadAccounts } from './download-accounts'

const TEXT = ANNOUNCEMENT_TEXT.accounts

type AccountsPartProps = {
  accounts: Accounts
} & ({ former: true } | { former?: false; announcementId: string; title: string })

/** Accounts as what they amount to, where the money came from and went, line by line, and as a file. */
export function AccountsPart(props: AccountsPartProps) {
  const { income, spending, period } = props.accounts
  const came = sumOf(income)
  const went = sumOf(spending)
  return (
    <Section title={TEXT.title(formatPeriod(period))}>
      <View className="accounts">
        <Card className="accounts__card">
          <Bars
            label={TEXT.compare}
            bars={[
              { label: TEXT.income, value: came, say: formatYuan(came) },
              { label: TEXT.spending, value: went, say: formatYuan(went), tone: 'amber' },
            ]}
          />
          <Text className="accounts__left">
            {came === went
              ? TEXT.even
              : came > went
                ? TEXT.left(formatYuan(came - went))
                : TEXT.short(formatYuan(went - came))}
          </Text>
        </Card>
        <Side title={TEXT.from} lines={income} tone="leaf" />
        <Side title={TEXT.to} lines={spending} tone="amber" />
        <Fold title={TEXT.table}>
          <Table
            label={TEXT.tableLabel}
            columns={[
              { key: 'name', title: TEXT.columns.name, narrow: 'head' },
              { key: 'side', title: TEXT.columns.side, narrow: 'head' },
              { key: 'amount', title: TEXT.columns.amount, narrow: 'line' },
            ]}
            rows={[...rowsOf(TEXT.income, income, came), ...rowsOf(TEXT.spending, spending, went)]}
          />
        </Fold>
        {props.former ? null : (
          <DownloadAccounts announcementId={props.announcementId} title={props.title} />
        )}
      </View>
    </Section>
  )
}

interface SideProps {
  title: string
  lines: Accounts['income']
  tone: 'leaf' | 'amber'
}

function Side({ title, lines, tone }: SideProps) {
  if (lines.length === 0) return null
  return (
    <Card className="accounts__card">
      <Text className="accounts__title">{title}</Text>
      <Bars
        label={title}
        bars={lines.map(({ name, fen }) => ({
          label: name,
          value: fen,
          say: formatYuan(fen),
          tone,
        }))}
      />
    </Card>
  )
}

const rowsOf = (side: string, lines: Accounts['income'], sum: number) =>
  [...lines, { name: TEXT.total, fen: sum }].map(({ name, fen }, index) => ({
    key: `${side} ${index}`,
    cells: { side, name, amount: formatYuan(fen) },
  }))
