import type { ReactNode } from 'react'
import type { Invitation } from '../../../../types/contract/account-roles'
import { useCommand } from '../../../cloud/use-command'
import { dayOf, formatDate } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { CodePicture } from '../../../ui/code-picture'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Heading, Say, Stack } from '../../../ui/stack'
import { ACCOUNT_TEXT } from '../account.text'
import { ROLES_TEXT } from './roles.text'

const TEXT = ROLES_TEXT

interface InvitationPaneProps {
  invitation: Invitation
  now: number
  onSheet: (sheet: ReactNode) => void
  onLeave: () => void
  onEnded: (invitation: Invitation) => void
}

/** One open invitation: the picture to hold out, and the way to take it back. */
export function InvitationPane({
  invitation,
  now,
  onSheet,
  onLeave,
  onEnded,
}: InvitationPaneProps) {
  const { role, place, scene, expiresAt } = invitation
  const ask = () =>
    onSheet(<TakeBackSheet invitation={invitation} onStay={() => onSheet(null)} onDone={onEnded} />)
  return (
    <Stack>
      <Stack card>
        <Heading>{TEXT.codeTitle(ACCOUNT_TEXT.role[role])}</Heading>
        <Say>{`${TEXT.place(place)}，${TEXT.until(formatDate(dayOf(expiresAt), now))}`}</Say>
        {scene ? (
          <>
            <CodePicture scene={scene} letters={scene} label={TEXT.picture} />
            <Say>{TEXT.codeSay}</Say>
          </>
        ) : (
          <Say>{TEXT.gone}</Say>
        )}
      </Stack>
      <Button onTap={onLeave}>{TEXT.done}</Button>
      <Button kind="danger" onTap={ask}>
        {TEXT.takeBack}
      </Button>
    </Stack>
  )
}

interface TakeBackSheetProps {
  invitation: Invitation
  onStay: () => void
  onDone: (invitation: Invitation) => void
}

function TakeBackSheet({ invitation, onStay, onDone }: TakeBackSheetProps) {
  const { invitationId, region } = invitation
  const end = useCommand('account.endInvitation')
  const run = async () => {
    const result = await end.run({ region, invitationId })
    if (result?.ok) onDone(result.data)
  }
  return (
    <Sheet
      title={TEXT.takeBackTitle}
      stay={{ say: TEXT.keep, onTap: onStay }}
      act={{ say: TEXT.takeBackAct, onTap: () => void run(), busy: end.says(TEXT.takingBack) }}
    >
      <Stack>
        <Say>{TEXT.takeBackSay}</Say>
        {end.error ? <Notice tone="warn">{end.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
