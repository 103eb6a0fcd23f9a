import { type ReactNode, useState } from 'react'
import { ForRoles } from '../../../cloud/for-roles'
import { useQuery } from '../../../cloud/use-query'
import { dayOf, formatMonth } from '../../../lib/time.format'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Desk } from '../../../ui/desk'
import { Filters } from '../../../ui/filters'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { AccountCharts, AccountSums } from './account-part'
import { CARE_ROLES, OFFICE } from './care-roles'
import { CARE_TEXT } from './care.text'
import { FlaggedPart } from './flagged-part'
import { monthsBack } from './units.format'

const TEXT = CARE_TEXT.account
const MONTHS = 4

/** A month of a provider's visits that the government pays for; and for staff, those that somebody should look at. */
export function DeskCareView() {
  const [sheet, setSheet] = useState<ReactNode>(null)
  return (
    <Screen own title={TEXT.title} sheet={sheet}>
      <ForRoles roles={CARE_ROLES}>
        {({ roles }, now) => (
          <Account
            office={roles.some((role) => OFFICE.includes(role))}
            thisMonth={dayOf(now).slice(0, 7)}
            onSheet={setSheet}
          />
        )}
      </ForRoles>
    </Screen>
  )
}

interface AccountProps {
  office: boolean
  thisMonth: string
  onSheet: (sheet: ReactNode) => void
}

function Account({ office, thisMonth, onSheet }: AccountProps) {
  const [month, setMonth] = useState(thisMonth)
  const [chosen, setChosen] = useState<string>()
  const query = useQuery('booking.providerAccount', {
    month,
    ...(chosen === undefined ? {} : { providerId: chosen }),
  })
  usePullRefresh(query.refresh)
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['line', 'row', 'card', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {(account) => {
        const { providers, providerId } = account
        if (providerId === undefined)
          return <Standstill icon="care" title={TEXT.nobody} say={TEXT.nobodySay} />
        return (
          <Desk
            side={
              <Stack>
                {providers.length > 1 ? (
                  <Filters
                    label={TEXT.provider}
                    options={providers.map(({ providerId: key, name }) => ({ key, say: name }))}
                    chosen={providerId}
                    onChoose={setChosen}
                  />
                ) : null}
                <Filters
                  label={TEXT.month}
                  options={monthsBack(thisMonth, MONTHS).map((key) => ({
                    key,
                    say: formatMonth(key),
                  }))}
                  chosen={month}
                  onChoose={setMonth}
                />
              </Stack>
            }
          >
            <Stack>
              <AccountSums account={account} providerId={providerId} />
              {office ? (
                <FlaggedPart
                  key={`${providerId} ${month}`}
                  providerId={providerId}
                  month={month}
                  onSheet={onSheet}
                  onChecked={() => void query.refresh()}
                />
              ) : null}
              <AccountCharts account={account} />
            </Stack>
          </Desk>
        )
      }}
    </Loaded>
  )
}
