import { Text, View } from '@tarojs/components'
import type { Booked } from '../../../types/contract/booking'
import { goHome, replaceWithMyBookings } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Done } from '../../ui/done'
import { Screen } from '../../ui/screen'
import './confirm-done.css'
import { spokenVisit } from './booking.spoken'
import { BOOKING_TEXT } from './booking.text'
import { Ticket } from './ticket'

const TEXT = BOOKING_TEXT.done

interface ConfirmDoneProps {
  booked: Booked
  now: number
  /** Whose place it is, when it was taken for somebody. */
  forName: string | undefined
}

/** The place is taken: said so that it cannot be missed. */
export function ConfirmDone({ booked, now, forName }: ConfirmDoneProps) {
  const title = forName ? TEXT.titleFor(forName) : TEXT.title
  return (
    <Screen
      title={BOOKING_TEXT.confirm.title}
      aloud={[title, spokenVisit(booked, now), TEXT.say].join('。')}
    >
      <Done title={title} say={TEXT.say} />
      <Ticket
        name={booked.serviceName}
        startsAt={booked.startsAt}
        endsAt={booked.endsAt}
        place={booked.place}
        now={now}
      >
        {booked.note ? (
          <Text className="ticket__note">{BOOKING_TEXT.mine.yourNote(booked.note)}</Text>
        ) : null}
      </Ticket>
      <View className="confirm-done__buttons">
        <Button onTap={() => void replaceWithMyBookings()}>
          {forName ? TEXT.theirs(forName) : TEXT.mine}
        </Button>
        <Button kind="second" onTap={() => void goHome()}>
          {TEXT.home}
        </Button>
      </View>
    </Screen>
  )
}
