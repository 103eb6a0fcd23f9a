import { type ReactNode, useState } from 'react'
import type { Contract } from '../../../../types/contract'
import type { Entitled } from '../../../../types/contract/booking-care'
import { ForRoles } from '../../../cloud/for-roles'
import { updateQuery } from '../../../cloud/query-cache'
import { useQuery } from '../../../cloud/use-query'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Button } from '../../../ui/button'
import { Wide } from '../../../ui/desk'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Say, Stack } from '../../../ui/stack'
import { OFFICE } from './care-roles'
import { CARE_TEXT } from './care.text'
import { EndEntitlementSheet } from './end-entitlement-sheet'
import { EntitlementCard } from './entitlement-card'
import { EntitlementForm } from './entitlement-form'

const TEXT = CARE_TEXT.entitlements

/** What the government grants one person, for staff: to be given, changed and ended. */
export function DeskEntitlementsView({ residentId }: { residentId: string }) {
  const [sheet, setSheet] = useState<ReactNode>(null)
  return (
    <Screen own title={TEXT.title} sheet={sheet}>
      <ForRoles roles={OFFICE}>
        {() => <Entitlements residentId={residentId} onSheet={setSheet} />}
      </ForRoles>
    </Screen>
  )
}

type Shown = Contract['booking.residentEntitlements']['output']

interface EntitlementsProps {
  residentId: string
  onSheet: (sheet: ReactNode) => void
}

function Entitlements({ residentId, onSheet }: EntitlementsProps) {
  const query = useQuery('booking.residentEntitlements', { residentId })
  usePullRefresh(query.refresh)
  /** The one that is being changed; null for a new one. */
  const [writing, setWriting] = useState<Entitled | null>()
  const [said, setSaid] = useState<string>()
  const show = (reply: Shown, say: string) => {
    updateQuery('booking.residentEntitlements', { residentId }, undefined, () => reply)
    setWriting(undefined)
    setSaid(say)
  }
  const end = (one: Entitled) =>
    onSheet(
      <EndEntitlementSheet
        residentId={residentId}
        entitlementId={one.entitlementId}
        onStay={() => onSheet(null)}
        onDone={(reply) => {
          onSheet(null)
          show(reply, TEXT.ended)
        }}
      />,
    )
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['line', 'card', 'card']} />}
      onRetry={() => void query.refresh()}
    >
      {({ name, items, services }, now) => (
        <Wide>
          <Stack>
            <Heading>{TEXT.heading(name)}</Heading>
            {said ? (
              <Notice tone="plain" icon="check">
                {said}
              </Notice>
            ) : null}
            {writing === undefined ? (
              <>
                {items.length === 0 ? <Say>{TEXT.none}</Say> : null}
                {items.map((one) => (
                  <EntitlementCard
                    key={one.entitlementId}
                    one={one}
                    keep={{
                      onChange: () => {
                        setSaid(undefined)
                        setWriting(one)
                      },
                      onEnd: () => end(one),
                    }}
                  />
                ))}
                <Button
                  onTap={() => {
                    setSaid(undefined)
                    setWriting(null)
                  }}
                >
                  {TEXT.add}
                </Button>
              </>
            ) : (
              <EntitlementForm
                residentId={residentId}
                before={writing ?? undefined}
                services={services}
                now={now}
                onLeave={() => setWriting(undefined)}
                onDone={(reply) => show(reply, TEXT.saved)}
              />
            )}
          </Stack>
        </Wide>
      )}
    </Loaded>
  )
}
