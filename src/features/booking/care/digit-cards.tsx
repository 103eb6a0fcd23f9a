import { Fold } from '../../../ui/fold'
import { Say, Stack } from '../../../ui/stack'
import { CARE_TEXT } from './care.text'
import { DownloadButton } from '../download-button'

const TEXT = CARE_TEXT.visits.cards

/** A day's digits for the desk: a list to call from, and cards to print for those without a phone. */
export function DigitCards({ day }: { day: string }) {
  return (
    <Fold title={TEXT.title}>
      <Stack>
        <Say>{TEXT.say}</Say>
        <DownloadButton
          key={day}
          op="booking.downloadCards"
          input={{ day }}
          fileName={TEXT.file(day)}
          text={TEXT}
        />
      </Stack>
    </Fold>
  )
}
