import { LIMITS } from '../../../../../types/contract/limits'
import { formatYuan } from '../../../../lib/money.format'
import { dayOf } from '../../../../lib/time.format'
import { Button } from '../../../../ui/button'
import { Filters } from '../../../../ui/filters'
import { Notice } from '../../../../ui/notice'
import { Heading, Say, Stack } from '../../../../ui/stack'
import { TextField } from '../../../../ui/text-field'
import { type AccountsDraft, type LineDraft, partOfPeriod, sumOf } from './accounts.rules'
import './accounts-fields.css'
import { View, Text } from '@tarojs/components'
import { Tap } from '../../../../ui/tap'
import { EDITOR_TEXT } from './editor.text'

const TEXT = EDITOR_TEXT.accounts
const PARTS = ['year', 'quarter', 'month'] as const
const MONEY_CHARS = 16
const two = (n: number) => String(n).padStart(2, '0')

interface AccountsFieldsProps {
  accounts: AccountsDraft
  onChange: (accounts: AccountsDraft) => void
  now: number
  problem: string | undefined
}

/** The accounts of a finance disclosure: of when, where the money came from, and where it went. */
export function AccountsFields({ accounts, onChange, now, problem }: AccountsFieldsProps) {
  const { period, income, spending } = accounts
  return (
    <Stack>
      <Period
        period={period}
        onChange={(next) => onChange({ ...accounts, period: next })}
        now={now}
      />
      <Lines
        kind={TEXT.income}
        lines={income}
        onChange={(lines) => onChange({ ...accounts, income: lines })}
      />
      <Lines
        kind={TEXT.spending}
        lines={spending}
        onChange={(lines) => onChange({ ...accounts, spending: lines })}
      />
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
    </Stack>
  )
}

interface PeriodProps {
  period: string
  onChange: (period: string) => void
  now: number
}

function Period({ period, onChange, now }: PeriodProps) {
  const thisYear = Number(dayOf(now).slice(0, 4))
  const year = period.slice(0, 4)
  const part = partOfPeriod(period)
  const years = [...new Set([thisYear, thisYear - 1, thisYear - 2, Number(year)])].sort(
    (a, b) => b - a,
  )
  const within =
    part === 'quarter'
      ? [1, 2, 3, 4].map((n) => ({ key: `${year}-Q${n}`, say: TEXT.quarter(n) }))
      : Array.from({ length: 12 }, (_, n) => ({
          key: `${year}-${two(n + 1)}`,
          say: TEXT.month(n + 1),
        }))
  const FIRST = { year: '', quarter: '-Q1', month: '-01' }
  return (
    <>
      <Say>{TEXT.year}</Say>
      <Filters
        label={TEXT.year}
        options={years.map((one) => ({ key: String(one), say: TEXT.yearSay(one) }))}
        chosen={year}
        onChoose={(key) => onChange(key + period.slice(4))}
      />
      <Say>{TEXT.part}</Say>
      <Filters
        label={TEXT.part}
        options={PARTS.map((key) => ({ key, say: TEXT.parts[key] }))}
        chosen={part}
        onChoose={(key) => onChange(year + FIRST[key as keyof typeof FIRST])}
      />
      {part === 'year' ? null : (
        <Filters label={TEXT.which} options={within} chosen={period} onChoose={onChange} />
      )}
    </>
  )
}

interface LinesProps {
  kind: string
  lines: readonly LineDraft[]
  onChange: (lines: readonly LineDraft[]) => void
}

function Lines({ kind, lines, onChange }: LinesProps) {
  const shown = lines.length > 0 ? lines : [{ name: '', yuan: '' }]
  const set = (index: number, part: Partial<LineDraft>) =>
    onChange(shown.map((line, at) => (at === index ? { ...line, ...part } : line)))
  return (
    <Stack>
      <Heading>{kind}</Heading>
      {shown.map((line, index) => (
        <View key={index} className="money">
          <View className="money__name">
            <TextField
              kind="code"
              label={TEXT.name(kind, index + 1)}
              hint={TEXT.nameHint}
              value={line.name}
              onChange={(name) => set(index, { name })}
              maxLength={LIMITS.placeNameChars}
            />
          </View>
          <View className="money__yuan">
            <TextField
              kind="code"
              label={TEXT.yuan(kind, index + 1)}
              hint={TEXT.yuanHint}
              value={line.yuan}
              onChange={(yuan) => set(index, { yuan })}
              maxLength={MONEY_CHARS}
            />
          </View>
          {shown.length > 1 ? (
            <Tap
              className="money__remove"
              label={TEXT.removeLabel(line.name || TEXT.name(kind, index + 1))}
              onTap={() => onChange(shown.filter((_, at) => at !== index))}
            >
              <Text>{TEXT.remove}</Text>
            </Tap>
          ) : null}
        </View>
      ))}
      <Text className="money__sum">{TEXT.sum(kind, formatYuan(sumOf(shown)))}</Text>
      {shown.length < LIMITS.accountsLines ? (
        <Button kind="second" onTap={() => onChange([...shown, { name: '', yuan: '' }])}>
          {TEXT.add(kind)}
        </Button>
      ) : null}
    </Stack>
  )
}
