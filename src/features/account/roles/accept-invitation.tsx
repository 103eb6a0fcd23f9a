import { useState } from 'react'
import type { Invitation } from '../../../../types/contract/account-roles'
import { LIMITS } from '../../../../types/contract/limits'
import { showMe } from '../../../cloud/show-me'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { openPrivacy, openTab } from '../../../lib/routes'
import { dayOf, formatDate } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { Facts } from '../../../ui/facts'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { TextField } from '../../../ui/text-field'
import { ACCOUNT_TEXT } from '../account.text'
import { ROLES_TEXT } from './roles.text'

const TEXT = ROLES_TEXT.accept

interface AcceptInvitationProps {
  code: string
  invitation: Invitation
  now: number
}

/** What the invitation is to; a name from whoever the program does not know yet, and the consent. */
export function AcceptInvitation({ code, invitation, now }: AcceptInvitationProps) {
  const query = useQuery('account.me', {}, { as: 'me' })
  const accept = useCommand('account.acceptInvitation')
  const [name, setName] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [done, setDone] = useState(false)
  const role = ACCOUNT_TEXT.role[invitation.role]

  if (done) {
    return (
      <Standstill
        icon="check"
        title={TEXT.done(role, invitation.place)}
        say={TEXT.doneSay}
        action={{ say: TEXT.me, onTap: () => void openTab('me') }}
      />
    )
  }
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['card', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {(me) => {
        const hasAgreed = me.privacy.agreed === me.privacy.current
        const run = async () => {
          if (me.name === undefined && name.trim() === '') return setProblem(TEXT.noName)
          if (!hasAgreed && !agreed) return setProblem(TEXT.mustAgree)
          setProblem(undefined)
          const result = await accept.run({
            code,
            ...(me.name === undefined ? { name } : {}),
            policyVersion: me.privacy.current,
          })
          if (!result?.ok) return
          showMe(result.data)
          setDone(true)
        }
        return (
          <Stack>
            <Stack card>
              <Heading>{TEXT.title(role)}</Heading>
              <Facts
                rows={[
                  { label: TEXT.place, value: invitation.place },
                  {
                    label: TEXT.until,
                    value: ROLES_TEXT.until(formatDate(dayOf(invitation.expiresAt), now)),
                  },
                ]}
              />
              {me.name === undefined ? (
                <TextField
                  label={TEXT.name}
                  hint={TEXT.nameHint}
                  value={name}
                  onChange={setName}
                  maxLength={LIMITS.nameChars}
                />
              ) : null}
              {hasAgreed ? null : (
                <>
                  <Button kind="second" onTap={() => void openPrivacy()}>
                    {TEXT.read}
                  </Button>
                  <Chips
                    options={[TEXT.agree]}
                    chosen={agreed ? [TEXT.agree] : []}
                    onToggle={() => setAgreed(!agreed)}
                  />
                </>
              )}
            </Stack>
            {problem ? <Notice tone="warn">{problem}</Notice> : null}
            {accept.error ? <Notice tone="warn">{accept.error.message}</Notice> : null}
            <Button busy={accept.says(TEXT.busy)} onTap={() => void run()}>
              {TEXT.act}
            </Button>
          </Stack>
        )
      }}
    </Loaded>
  )
}
