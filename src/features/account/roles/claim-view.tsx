import { useState } from 'react'
import { LIMITS } from '../../../../types/contract/limits'
import { showMe } from '../../../cloud/show-me'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { openDeskRoles } from '../../../lib/routes'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Say, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { TextField } from '../../../ui/text-field'
import { ROLES_TEXT } from './roles.text'

const TEXT = ROLES_TEXT.claim
const CODE_CHARS = 48

/** Where the first administrator types the one-time code of the environment. */
export function ClaimView() {
  const query = useQuery('account.me', {}, { as: 'me' })
  const claim = useCommand('account.claimAdministrator')
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [done, setDone] = useState(false)

  const run = async (policyVersion: string) => {
    if (code.trim() === '') return setProblem(TEXT.noCode)
    if (name.trim() === '') return setProblem(TEXT.noName)
    if (!agreed) return setProblem(ROLES_TEXT.accept.mustAgree)
    setProblem(undefined)
    const result = await claim.run({ code, name, policyVersion })
    if (!result?.ok) return
    showMe(result.data)
    setDone(true)
  }
  return (
    <Screen own title={TEXT.title} aloud={TEXT.say}>
      {done ? (
        <Standstill
          icon="check"
          title={TEXT.done}
          say={TEXT.doneSay}
          action={{ say: TEXT.open, onTap: () => void openDeskRoles() }}
        />
      ) : (
        <Loaded
          load={query}
          skeleton={<Skeleton blocks={['line', 'row', 'row']} />}
          onRetry={() => void query.refresh()}
        >
          {({ privacy }) => (
            <Stack>
              <Say>{TEXT.say}</Say>
              <TextField
                kind="code"
                label={TEXT.code}
                hint={TEXT.codeHint}
                value={code}
                onChange={setCode}
                maxLength={CODE_CHARS}
              />
              <TextField
                label={TEXT.name}
                hint={TEXT.nameHint}
                value={name}
                onChange={setName}
                maxLength={LIMITS.nameChars}
              />
              <Chips
                options={[ROLES_TEXT.accept.agree]}
                chosen={agreed ? [ROLES_TEXT.accept.agree] : []}
                onToggle={() => setAgreed(!agreed)}
              />
              {problem ? <Notice tone="warn">{problem}</Notice> : null}
              {claim.error ? <Notice tone="warn">{claim.error.message}</Notice> : null}
              <Button busy={claim.says(TEXT.busy)} onTap={() => void run(privacy.current)}>
                {TEXT.act}
              </Button>
            </Stack>
          )}
        </Loaded>
      )}
    </Screen>
  )
}
