import { type ReactNode, useState } from 'react'
import type { Contract } from '../../../../types/contract'
import { ForRoles } from '../../../cloud/for-roles'
import { updateQuery } from '../../../cloud/query-cache'
import { useQuery } from '../../../cloud/use-query'
import { replaceWithDeskService } from '../../../lib/routes'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Desk } from '../../../ui/desk'
import { Filters } from '../../../ui/filters'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { ClosingPart } from './closing-part'
import { KEEPERS, OFFICE } from './keep-roles'
import { KEEP_TEXT } from './keep.text'
import { ServiceForm } from './service-form'
import { TimesPart } from './times-part'

const TEXT = KEEP_TEXT.service
type Viewed = Contract['booking.viewOffered']['output']
type Part = keyof typeof TEXT.parts
const PARTS = Object.keys(TEXT.parts) as Part[]

/** One service, or a new one: what it is, its rules, its weekly times, and the days it is closed. */
export function DeskServiceView({ serviceId, part }: { serviceId: string; part: string }) {
  const [sheet, setSheet] = useState<ReactNode>(null)
  return (
    <Screen own title={serviceId ? TEXT.title : TEXT.fresh} sheet={sheet}>
      <ForRoles roles={KEEPERS}>
        {({ roles }, now) => (
          <Kept
            serviceId={serviceId}
            first={PARTS.find((one) => one === part) ?? 'basics'}
            office={roles.some((role) => OFFICE.includes(role))}
            now={now}
            onSheet={setSheet}
          />
        )}
      </ForRoles>
    </Screen>
  )
}

interface KeptProps {
  serviceId: string
  first: Part
  office: boolean
  now: number
  onSheet: (sheet: ReactNode) => void
}

function Kept({ serviceId, first, office, now, onSheet }: KeptProps) {
  const input = serviceId ? { serviceId } : {}
  const query = useQuery('booking.viewOffered', input)
  usePullRefresh(query.refresh)
  const [part, setPart] = useState<Part>(first)
  const show = (change: (known: Viewed) => Viewed) =>
    updateQuery('booking.viewOffered', input, undefined, change)
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['line', 'row', 'card', 'card']} />}
      onRetry={() => void query.refresh()}
    >
      {(viewed) => {
        const { offered, patterns, closures, providers } = viewed
        if (providers.length === 0)
          return <Standstill icon="services" title={TEXT.fresh} say={TEXT.noProvider} />
        return (
          <Desk
            side={
              <Stack>
                <Heading>{offered?.plan.name ?? TEXT.fresh}</Heading>
                <Filters
                  label={TEXT.partsLabel}
                  options={PARTS.map((key) => ({ key, say: TEXT.parts[key] }))}
                  chosen={part}
                  onChoose={(key) => setPart(key as Part)}
                />
              </Stack>
            }
          >
            {part === 'basics' || part === 'terms' || part === 'more' ? (
              <ServiceForm
                part={part}
                onPart={setPart}
                offered={offered}
                providers={providers}
                onSaved={(saved) => {
                  if (offered) show((known) => ({ ...known, offered: saved }))
                  // The next thing to say of a new one is when it is given.
                  else void replaceWithDeskService(saved.serviceId, 'times')
                }}
                onStale={() => void query.refresh()}
              />
            ) : offered ? (
              part === 'times' ? (
                <TimesPart
                  offered={offered}
                  patterns={patterns}
                  now={now}
                  onSheet={onSheet}
                  onStale={() => void query.refresh()}
                  onPattern={(pattern) =>
                    show((known) => ({
                      ...known,
                      patterns: [
                        ...known.patterns.filter((one) => one.patternId !== pattern.patternId),
                        pattern,
                      ],
                    }))
                  }
                />
              ) : (
                <ClosingPart
                  offered={offered}
                  closures={closures}
                  office={office}
                  now={now}
                  onSheet={onSheet}
                  onClosure={(closure) =>
                    show((known) => ({
                      ...known,
                      closures: [
                        ...known.closures.filter((one) => one.closureId !== closure.closureId),
                        closure,
                      ],
                    }))
                  }
                />
              )
            ) : (
              <Standstill icon="calendar" title={TEXT.parts[part]} say={TEXT.first} />
            )}
          </Desk>
        )
      }}
    </Loaded>
  )
}
