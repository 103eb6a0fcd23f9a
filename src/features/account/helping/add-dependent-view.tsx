import { useState } from 'react'
import type { Me } from '../../../../types/contract/account'
import { updateQuery } from '../../../cloud/query-cache'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { replaceWithHelping } from '../../../lib/routes'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { PLACES_TEXT } from '../places/places.text'
import { usePlaces } from '../places/use-places'
import { missingOf, roomGivenOf } from '../places/where.rules'
import { DependentForm } from './dependent-form'
import { useDependentDraft } from './dependent.draft'
import { dependentProblems, type DependentProblems } from './dependent.rules'
import { HELPING_TEXT } from './helping.text'

const TEXT = HELPING_TEXT.add

/** Registers someone whom I look after; then they have to agree. Newcomers too: they only act for others. */
export function AddDependentView() {
  const query = useQuery('account.me', {}, { as: 'me' })
  return (
    <Screen own title={TEXT.title} aloud={TEXT.spoken}>
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['card', 'row', 'row', 'row']} />}
        onRetry={() => void query.refresh()}
      >
        {(me) => <Register me={me} />}
      </Loaded>
    </Screen>
  )
}

function Register({ me }: { me: Me }) {
  const form = useDependentDraft()
  const places = usePlaces(form.draft.where)
  const add = useCommand('account.addDependent')
  const [agreed, setAgreed] = useState(false)
  const [problems, setProblems] = useState<DependentProblems>({})
  const needsMyName = me.name === undefined

  const submit = async () => {
    const { name, where, relation, scope, myName } = form.latest()
    const lacks = missingOf(where, places.hasUnits)
    const missing: DependentProblems = {
      ...(name.trim() === '' ? { name: TEXT.missing.name } : {}),
      ...(lacks ? { where: PLACES_TEXT.missing[lacks] } : {}),
      ...(relation === '' ? { relation: TEXT.missing.relation } : {}),
      ...(needsMyName && myName.trim() === '' ? { myName: TEXT.missing.myName } : {}),
      ...(agreed ? {} : { agreed: TEXT.missing.agreed }),
    }
    if (relation === '' || Object.keys(missing).length > 0) return setProblems(missing)
    const result = await add.run({
      name,
      room: roomGivenOf(where),
      relation,
      scope,
      ...(needsMyName ? { myName } : {}),
      policyVersion: me.privacy.current,
    })
    if (!result) return
    if (!result.ok) return setProblems(dependentProblems(result.error))
    form.drop()
    const made = result.data
    updateQuery('account.listHelping', {}, undefined, (helping) => ({
      ...helping,
      asked: [made, ...helping.asked.filter(({ requestId }) => requestId !== made.requestId)],
    }))
    void replaceWithHelping()
  }

  const whole = add.error && Object.keys(dependentProblems(add.error)).length === 0
  return (
    <DependentForm
      dependent={form.draft}
      places={places}
      needsMyName={needsMyName}
      agreed={agreed}
      problems={problems}
      error={whole ? add.error : undefined}
      busy={add.says(TEXT.submitting)}
      onChange={(next) => {
        setProblems({})
        form.change(next)
      }}
      onAgree={(next) => {
        setProblems({})
        setAgreed(next)
      }}
      onSubmit={() => void submit()}
    />
  )
}
