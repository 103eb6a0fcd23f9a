import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { Booked } from '../../../types/contract/booking'
import { useAskMessages } from '../../cloud/use-ask-messages'
import { useCommand } from '../../cloud/use-command'
import { useKnown } from '../../cloud/use-query'
import { useActing } from '../../lib/acting'
import { formatPrice } from '../../lib/money.format'
import { backToService } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Fact } from '../../ui/card'
import { useElder } from '../../ui/elder'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { showBooked } from './booking.cache'
import './confirm-view.css'
import { useNoteDraft } from './booking.draft'
import { noteOf } from './booking.note'
import { BookingSteps } from './booking-steps'
import { spokenVisit } from './booking.spoken'
import { BOOKING_TEXT } from './booking.text'
import { ConfirmDone } from './confirm-done'
import { ConfirmRefused } from './confirm-refused'
import { ForWhom } from './for-whom'
import { NoteConsent } from './note-consent'
import { NoteField } from './note-field'
import { Ticket } from './ticket'
import { useDaySlots } from './use-day-slots'

const TEXT = BOOKING_TEXT.confirm

interface ConfirmViewProps {
  serviceId: string
  slotId: string
  /** The slot's day. */
  day: string
}

/** The last look before a place is taken, for whoever it is chosen to be for: each begins afresh. */
export function ConfirmView(props: ConfirmViewProps) {
  return <ConfirmFor key={useActing()?.residentId ?? 'me'} {...props} />
}

/** What was typed survives every refusal. */
function ConfirmFor({ serviceId, slotId, day }: ConfirmViewProps) {
  const { load, slot, refresh } = useSlot(serviceId, slotId, day)
  const name = useKnown('home.view', {}, { as: 'me' })?.me.name
  const acting = useActing()
  const elder = useElder()
  const reserve = useCommand('booking.reserve')
  const askMessages = useAskMessages()
  const note = useNoteDraft(serviceId)
  // Back from my bookings, where the way may have been cleared: the button to book stands here again.
  useDidShow(reserve.forget)
  const [done, setDone] = useState<{ booked: Booked; now: number }>()

  const policy = load.status === 'ready' ? load.data.policy : undefined
  const submit = async () => {
    askMessages(['booking', 'announcement', 'reply'])
    const said = policy?.agreed ? noteOf(note.latest()) : undefined
    const result = await reserve.run({ slotId, ...(said === undefined ? {} : { note: said }) })
    if (!result?.ok) return
    note.drop()
    showBooked({ booked: result.data, now: result.now, whom: result.whom })
    setDone({ booked: result.data, now: result.now })
  }

  if (done) return <ConfirmDone {...done} forName={acting?.name} />
  const otherTime = () => void backToService(serviceId)
  const footer = slot ? (
    <View className="confirm__footer">
      {reserve.error ? (
        <ConfirmRefused
          error={reserve.error}
          busy={reserve.says(TEXT.submitting)}
          onAgain={() => void submit()}
          onOtherTime={otherTime}
        />
      ) : (
        <Button busy={reserve.says(TEXT.submitting)} onTap={() => void submit()}>
          {acting ? TEXT.submitFor(acting.name) : TEXT.submit}
        </Button>
      )}
    </View>
  ) : null

  const spoken =
    slot && load.status === 'ready'
      ? TEXT.spoken([
          ...(acting ? [TEXT.forSomebody(acting.name)] : []),
          spokenVisit(
            { ...slot, serviceName: load.data.service.name, place: load.data.service.place },
            load.now,
          ),
          formatPrice(load.data.service.priceFen),
        ])
      : undefined

  return (
    <Screen title={TEXT.title} footer={footer} aloud={spoken}>
      {elder ? <BookingSteps current={3} /> : null}
      <ForWhom serviceId={serviceId} />
      <Loaded
        load={load}
        skeleton={<Skeleton blocks={['tall', 'line', 'row', 'card']} />}
        onRetry={() => void refresh()}
      >
        {({ service, policy }, now) =>
          slot ? (
            <>
              <Ticket
                name={service.name}
                startsAt={slot.startsAt}
                endsAt={slot.endsAt}
                place={service.place}
                now={now}
              >
                <Fact icon="person" label={TEXT.who}>
                  {acting ? TEXT.other(acting.name) : TEXT.self(name)}
                </Fact>
                <Fact icon="money" label={TEXT.price}>
                  {formatPrice(service.priceFen)}
                </Fact>
              </Ticket>
              {policy.agreed ? (
                <NoteField
                  draft={note.draft}
                  onChange={note.change}
                  problem={reserve.error?.fields?.note}
                />
              ) : (
                <NoteConsent serviceId={serviceId} policy={policy} />
              )}
            </>
          ) : (
            <Standstill
              icon="calendar"
              title={TEXT.gone}
              say={TEXT.goneSay}
              action={{ say: TEXT.pickOther, onTap: otherTime }}
            />
          )
        }
      </Loaded>
    </Screen>
  )
}

/** The service, and the slot. */
function useSlot(serviceId: string, slotId: string, day: string) {
  const { load, slots, refresh } = useDaySlots(serviceId, day)
  return { load, refresh, slot: slots.find((slot) => slot.slotId === slotId) }
}
