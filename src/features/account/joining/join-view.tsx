import { useState } from 'react'
import type { Me } from '../../../../types/contract/account'
import { showMe } from '../../../cloud/show-me'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Steps } from '../../../ui/steps'
import { usePlaces } from '../places/use-places'
import { missingOf, roomGivenOf } from '../places/where.rules'
import { JoinDone } from './join-done'
import { JoinWhere } from './join-where'
import { JoinWho } from './join-who'
import { useJoining } from './joining.draft'
import { problemsOf, type JoinProblems } from './joining.rules'
import { JOINING_TEXT } from './joining.text'

const TEXT = JOINING_TEXT.who

type Step = 'where' | 'who'

/**
 * Joining a community in at most three screens: where (or the code of a paper), who, done. `code`: of a
 * household, as it was scanned before this was opened; then where one lives is known.
 */
export function JoinView({ code: given }: { code: string }) {
  const query = useQuery('account.me', {}, { as: 'me' })
  const form = useJoining()
  const places = usePlaces(form.draft.where)
  const join = useCommand('account.joinHousehold')
  const [code, setCode] = useState(given)
  const [step, setStep] = useState<Step>(given ? 'who' : 'where')
  const [agreed, setAgreed] = useState(false)
  const [problems, setProblems] = useState<JoinProblems>({})
  const [done, setDone] = useState<Me>()

  const mend = (found: JoinProblems) => {
    setProblems(found)
    if (found.where && !code) setStep('where')
  }
  const submit = async (policyVersion: string) => {
    const { where, name, relation, letters, phone } = form.latest()
    const missing: JoinProblems = {
      ...(name.trim() === '' ? { name: TEXT.missing.name } : {}),
      ...(relation === '' ? { relation: TEXT.missing.relation } : {}),
      ...(agreed ? {} : { agreed: TEXT.missing.agreed }),
    }
    if (relation === '' || Object.keys(missing).length > 0) return mend(missing)
    const typed = letters.trim()
    const result = await join.run({
      ...(code ? { code } : { room: roomGivenOf(where), ...(typed ? { code: typed } : {}) }),
      name,
      relation,
      ...(phone.trim() === '' ? {} : { phone }),
      policyVersion,
    })
    if (!result) return
    if (!result.ok) return mend(problemsOf(result.error))
    form.drop()
    showMe(result.data)
    setDone(result.data)
  }

  if (done) return <JoinDone me={done} />
  const waits = query.status === 'ready' && query.data.request?.state === 'waiting' && !code
  const whole = join.error && Object.keys(problemsOf(join.error)).length === 0
  return (
    <Screen own title={JOINING_TEXT.title} aloud={JOINING_TEXT[step].spoken}>
      <Steps
        label={JOINING_TEXT.steps.label}
        steps={JOINING_TEXT.steps.names}
        current={waits ? 3 : step === 'where' ? 1 : 2}
      />
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['card', 'line', 'row', 'row']} />}
        onRetry={() => void query.refresh()}
      >
        {(me) => {
          if (waits) return <JoinDone me={me} inside />
          if (step === 'where') {
            return (
              <JoinWhere
                where={form.draft.where}
                places={places}
                problem={problems.where}
                onChange={(next) => {
                  setProblems({})
                  form.change((now) => ({ ...now, where: next(now.where) }))
                }}
                onCode={(scanned) => {
                  setCode(scanned)
                  setStep('who')
                }}
                missing={() => missingOf(form.latest().where, places.hasUnits)}
                onNext={() => setStep('who')}
              />
            )
          }
          return (
            <JoinWho
              joining={form.draft}
              byCode={code !== ''}
              agreed={agreed}
              problems={problems}
              error={whole ? join.error : undefined}
              busy={join.says(TEXT.submitting)}
              onChange={(part) => {
                setProblems({})
                form.change((now) => ({ ...now, ...part }))
              }}
              onAgree={(next) => {
                setProblems({})
                setAgreed(next)
              }}
              onBack={() => {
                setCode('')
                setStep('where')
              }}
              onSubmit={() => void submit(me.privacy.current)}
            />
          )
        }}
      </Loaded>
    </Screen>
  )
}
