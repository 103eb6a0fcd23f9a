import { View } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import { goHome, replaceWithMyBookings } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Done } from '../../ui/done'
import { Screen } from '../../ui/screen'
import './confirm-done.css'
import { spokenVisit } from './booking.spoken'
import { BOOKING_TEXT } from './booking.text'
import { WISH_TEXT } from './booking.wish.text'
import { OutcomeList } from './outcome-list'
import { Said } from './said'
import { Ticket } from './ticket'

const TEXT = BOOKING_TEXT.done

interface ConfirmDoneProps {
  reserved: Contract['booking.reserve']['output']
  now: number
  /** Whose place it is, when it was taken for somebody. */
  forName: string | undefined
  onOtherTime: () => void
}

/** The place is taken, or several are, or some: said so that it cannot be missed. */
export function ConfirmDone({ reserved, now, forName, onOtherTime }: ConfirmDoneProps) {
  const { items } = reserved
  const missed = items?.filter(({ booked }) => !booked).length ?? 0
  const { title, say } = said(items?.length ?? 1, missed, forName)
  return (
    <Screen
      title={BOOKING_TEXT.confirm.title}
      aloud={[title, spokenVisit(reserved, now), say].join('。')}
    >
      <Done icon={missed > 0 ? 'alert' : 'check'} title={title} say={say} />
      {items ? (
        <OutcomeList items={items} now={now} />
      ) : (
        <Ticket
          name={reserved.serviceName}
          startsAt={reserved.startsAt}
          endsAt={reserved.endsAt}
          place={reserved.place}
          now={now}
        >
          <Said said={reserved} />
        </Ticket>
      )}
      <View className="confirm-done__buttons">
        <Button onTap={() => void replaceWithMyBookings()}>
          {forName ? TEXT.theirs(forName) : TEXT.mine}
        </Button>
        {missed > 0 ? (
          <Button kind="second" onTap={onOtherTime}>
            {WISH_TEXT.done.otherTime}
          </Button>
        ) : null}
        <Button kind="second" onTap={() => void goHome()}>
          {TEXT.home}
        </Button>
      </View>
    </Screen>
  )
}

function said(all: number, missed: number, forName: string | undefined) {
  if (missed > 0) {
    return { title: WISH_TEXT.done.some(all - missed, all), say: WISH_TEXT.done.say }
  }
  if (all > 1) return { title: WISH_TEXT.done.all(all), say: TEXT.say }
  return { title: forName ? TEXT.titleFor(forName) : TEXT.title, say: TEXT.say }
}
