import type { Accounts } from '../../../../../types/contract/announcement-content'
import { fenOf, typedFen } from '../../../../lib/money.format'

/** One line of accounts as it is typed. */
export interface LineDraft {
  name: string
  /** In yuan. */
  yuan: string
}

export interface AccountsDraft {
  period: string
  income: readonly LineDraft[]
  spending: readonly LineDraft[]
}

export const sumOf = (lines: readonly LineDraft[]): number =>
  lines.reduce((sum, { yuan }) => sum + (fenOf(yuan) ?? 0), 0)

const isEmpty = ({ name, yuan }: LineDraft) => name.trim() === '' && yuan.trim() === ''

/** Lines somebody has written something on, whole or not. */
const written = (lines: readonly LineDraft[]) => lines.filter((line) => !isEmpty(line))

/** What is wrong with the accounts, if anything. */
export function accountsProblemOf(draft: AccountsDraft): 'name' | 'money' | undefined {
  const lines = [...written(draft.income), ...written(draft.spending)]
  if (lines.some(({ name }) => name.trim() === '')) return 'name'
  return lines.some(({ yuan }) => fenOf(yuan) === undefined) ? 'money' : undefined
}

/** As the cloud takes them; nothing while no line is written. */
export function accountsOf({ period, income, spending }: AccountsDraft): Accounts | undefined {
  const linesOf = (lines: readonly LineDraft[]) =>
    written(lines).map(({ name, yuan }) => ({ name: name.trim(), fen: fenOf(yuan) ?? 0 }))
  const [came, went] = [linesOf(income), linesOf(spending)]
  return came.length + went.length === 0 ? undefined : { period, income: came, spending: went }
}

export const accountsDraftOf = (accounts: Accounts | undefined, period: string): AccountsDraft => ({
  period: accounts?.period ?? period,
  income: (accounts?.income ?? []).map(lineOf),
  spending: (accounts?.spending ?? []).map(lineOf),
})

const lineOf = ({ name, fen }: Accounts['income'][number]): LineDraft => ({
  name,
  yuan: typedFen(fen),
})

/** What a period is of: '2026', '2026-Q3' or '2026-09'. */
export function partOfPeriod(period: string): 'year' | 'quarter' | 'month' {
  return period.includes('Q') ? 'quarter' : period.includes('-') ? 'month' : 'year'
}
