import { Text } from '@tarojs/components'
import type { Booked } from '../../../types/contract/booking'
import { BOOKING_TEXT } from './booking.text'
import './ticket.css'

const TEXT = BOOKING_TEXT.mine

/** What was said with a booking: in answer to what the service asks, and in words. */
export function Said({ said: { answers = [], note } }: { said: Pick<Booked, 'answers' | 'note'> }) {
  return (
    <>
      {answers.map(({ ask, answer }) => (
        <Text key={ask} className="ticket__note">
          {TEXT.yourAnswer(ask, answer)}
        </Text>
      ))}
      {note ? <Text className="ticket__note">{TEXT.yourNote(note)}</Text> : null}
    </>
  )
}
