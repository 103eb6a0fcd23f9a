import { Text } from '@tarojs/components'
import type { Holder } from '../../../../types/contract/account-roles'
import { dayOf, formatDate } from '../../../lib/time.format'
import { Section } from '../../../ui/card'
import { Standstill } from '../../../ui/standstill'
import { Table } from '../../../ui/table'
import { Tap } from '../../../ui/tap'
import { ACCOUNT_TEXT } from '../account.text'
import './holders-table.css'
import { ROLES_TEXT } from './roles.text'

const TEXT = ROLES_TEXT
const COLUMNS = [
  { key: 'name', title: TEXT.columns.name, narrow: 'head' },
  { key: 'role', title: TEXT.columns.role, narrow: 'head' },
  { key: 'place', title: TEXT.columns.place, narrow: 'line' },
  { key: 'since', title: TEXT.columns.since, narrow: 'line' },
  { key: 'act', title: TEXT.columns.act, narrow: 'line' },
] as const

interface HoldersTableProps {
  holders: readonly Holder[]
  now: number
  onEnd: (holder: Holder) => void
}

/** Who holds which role where, and since when. */
export function HoldersTable({ holders, now, onEnd }: HoldersTableProps) {
  if (holders.length === 0) {
    return <Standstill icon="person" title={TEXT.none} say={TEXT.noneSay} />
  }
  return (
    <Section title={TEXT.holders}>
      <Table
        label={TEXT.table}
        columns={COLUMNS}
        rows={holders.map((holder) => {
          const { ref, name, role, region, place, since, mine } = holder
          const says = ACCOUNT_TEXT.role[role]
          return {
            key: `${ref} ${role} ${region}`,
            cells: {
              name,
              role: says,
              place,
              since: TEXT.since(formatDate(dayOf(since), now)),
              ...(mine
                ? {
                    act: (
                      <Tap
                        className="holders__end"
                        label={TEXT.endLabel(name, says)}
                        onTap={() => onEnd(holder)}
                      >
                        <Text>{TEXT.end}</Text>
                      </Tap>
                    ),
                  }
                : {}),
            },
          }
        })}
      />
    </Section>
  )
}
