import { Text } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import { updateQuery } from '../../cloud/query-cache'
import { type CallAs, useWhom } from '../../cloud/for-others'
import { showMe } from '../../cloud/show-me'
import { useCommand } from '../../cloud/use-command'
import { openPrivacy } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { BOOKING_TEXT } from './booking.text'
import './note-consent.css'

interface NoteConsentProps {
  serviceId: string
  policy: Contract['booking.viewService']['output']['policy']
  /** The service asks what has to be answered: without agreeing it cannot be booked here. */
  must: boolean
  /** Whose view of the service stands here, where that is not whom the program acts for. */
  as?: CallAs
}

const TEXT = BOOKING_TEXT.consent

/** Stands where the note is asked for, until the resident agrees that it is kept. Booking needs no note. */
export function NoteConsent({ serviceId, policy, must, as }: NoteConsentProps) {
  const agree = useCommand('account.agree')
  // Whoever types agrees, also when the note is about the person they act for.
  const whom = useWhom('booking.viewService', as)
  const submit = async () => {
    const result = await agree.run({ policyVersion: policy.current })
    if (!result?.ok) return
    showMe(result.data)
    updateQuery('booking.viewService', { serviceId }, whom, (view) => ({
      ...view,
      policy: { ...view.policy, agreed: true },
    }))
  }
  return (
    <Card className="note-consent">
      <Text className="note-consent__title">{must ? TEXT.mustTitle : TEXT.title}</Text>
      <Text className="note-consent__say">{must ? TEXT.mustSay : TEXT.say}</Text>
      {agree.error ? <Notice tone="warn">{agree.error.message}</Notice> : null}
      <Button kind="second" busy={agree.says(TEXT.agreeing)} onTap={() => void submit()}>
        {must ? TEXT.mustAgree : TEXT.agree}
      </Button>
      <Button kind="second" onTap={() => void openPrivacy()}>
        {TEXT.read}
      </Button>
    </Card>
  )
}
