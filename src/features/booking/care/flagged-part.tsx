import { type ReactNode, useState } from 'react'
import type { AccountedVisit } from '../../../../types/contract/booking-care'
import { usePages } from '../../../cloud/use-pages'
import { dayOf, formatDay, formatSpan } from '../../../lib/time.format'
import { Section } from '../../../ui/card'
import { List } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { Notice } from '../../../ui/notice'
import { PickRow } from '../../../ui/pick-row'
import { Say, Stack } from '../../../ui/stack'
import { UI_TEXT } from '../../../ui/ui.text'
import { CARE_TEXT } from './care.text'
import { SpotCheckSheet } from './spot-check-sheet'

const TEXT = CARE_TEXT.flagged
const TONES = { open: 'warn', paid: 'accent', unpaid: 'plain' } as const

interface FlaggedPartProps {
  providerId: string
  month: string
  onSheet: (sheet: ReactNode) => void
  /** Sums have changed. */
  onChecked: () => void
}

/** The visits of a month that somebody should look at, with why; each is settled on a sheet. */
export function FlaggedPart({ providerId, month, onSheet, onChecked }: FlaggedPartProps) {
  const pages = usePages('booking.listFlagged', { providerId, month })
  const [said, setSaid] = useState<string>()
  const open = (visit: AccountedVisit, now: number) =>
    onSheet(
      <SpotCheckSheet
        visit={visit}
        now={now}
        onStay={() => onSheet(null)}
        onDone={({ name: _name, ...reply }) => {
          pages.change((one) => (one.bookingId === reply.bookingId ? { ...one, ...reply } : one))
          setSaid(TEXT.saved(visit.name ?? TEXT.erased))
          onSheet(null)
          onChecked()
        }}
      />,
    )
  return (
    <Section title={CARE_TEXT.account.flagged}>
      <Loaded
        load={pages.first}
        skeleton={<Say>{UI_TEXT.loading}</Say>}
        onRetry={() => void pages.first.refresh()}
      >
        {(_, now) => (
          <Stack>
            {said ? (
              <Notice tone="plain" icon="check">
                {said}
              </Notice>
            ) : null}
            {pages.items.length === 0 ? (
              <Say>{`${TEXT.empty}。${TEXT.emptySay}`}</Say>
            ) : (
              <List>
                {pages.items.map((visit) => (
                  <PickRow
                    key={visit.bookingId}
                    title={[visit.name ?? TEXT.erased, visit.serviceName].join(' ')}
                    say={`${formatDay(dayOf(visit.startsAt), now)} ${formatSpan(visit.startsAt, visit.endsAt)}`}
                    more={visit.flags.map((flag) => CARE_TEXT.flags[flag]).join('、')}
                    badge={{ tone: TONES[visit.pay], say: CARE_TEXT.pay[visit.pay] }}
                    onTap={() => open(visit, now)}
                  />
                ))}
              </List>
            )}
            <LoadMore pages={pages} say={TEXT.more} />
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}
