import type { GivenRole } from '../../../../../types/contract/role'
import { ROLE_TEXT } from '../../../../lib/role.text'
import { Chips } from '../../../../ui/chips'
import { Section } from '../../../../ui/card'
import { Notice } from '../../../../ui/notice'
import { Options } from '../../../../ui/options'
import { Say, Stack } from '../../../../ui/stack'
import { TextField } from '../../../../ui/text-field'
import { canNamePeople, type Post } from '../desk-roles.rules'
import { AUDIENCE_TEXT as TEXT } from './audience.text'
import { EDITOR_TEXT } from './editor.text'
import { NamePeople } from './name-people'
import { PickPlaces } from './pick-places'
import { audienceOf, type PlanDraft, type Whom } from './plan.draft'
import { type PlanProblem, whomProblemOf } from './plan.rules'
import { Reach } from './reach'

const PROBLEM = EDITOR_TEXT.problem
const ROLES = (Object.keys(ROLE_TEXT) as (keyof typeof ROLE_TEXT)[]).filter(
  (role): role is GivenRole => role !== 'resident',
)
const AGE_CHARS = 3

interface StepWhomProps {
  post: Post
  region: string
  /** What the region is called. */
  place: string
  draft: PlanDraft
  onChange: (part: Partial<PlanDraft>) => void
  problem: PlanProblem | undefined
}

/** Whom it is for, and how many people that is. */
export function StepWhom({ post, region, place, draft, onChange, problem }: StepWhomProps) {
  const { whom } = draft
  const say = (...these: PlanProblem[]) =>
    problem && these.includes(problem) ? PROBLEM[problem] : undefined
  return (
    <Stack>
      <Stack card>
        <Options<Whom>
          label={TEXT.whom}
          options={[
            { value: 'all', title: TEXT.whoms.all(place) },
            { value: 'places', title: TEXT.whoms.places, say: TEXT.whoms.placesSay },
            ...(canNamePeople(post)
              ? [{ value: 'people' as const, title: TEXT.whoms.people, say: TEXT.whoms.peopleSay }]
              : []),
          ]}
          chosen={whom}
          onChoose={(next) => onChange({ whom: next })}
        />
        {whom === 'places' ? (
          <PickPlaces
            within={region}
            places={draft.places}
            onChange={(places) => onChange({ places })}
            problem={say('places')}
          />
        ) : null}
        {whom === 'people' ? (
          <NamePeople
            people={draft.people}
            onChange={(people) => onChange({ people })}
            problem={say('people')}
          />
        ) : null}
      </Stack>
      {whom === 'people' ? null : <Only {...{ draft, onChange, problem }} />}
      <Section title={TEXT.reach.title}>
        <Reach
          region={region}
          audience={audienceOf(draft, region)}
          unfit={whomProblemOf(draft) !== undefined}
        />
      </Section>
    </Stack>
  )
}

type OnlyProps = Pick<StepWhomProps, 'draft' | 'onChange' | 'problem'>

/** Of the people there only some: by age, by living alone, by what they are here. */
function Only({ draft, onChange, problem }: OnlyProps) {
  const { ageFrom, ageTo, livesAlone, roles } = draft
  const aged = (from: string) => ageFrom === from && ageTo === ''
  const chosen = [
    ...(aged('60') ? [TEXT.older] : []),
    ...(aged('80') ? [TEXT.veryOld] : []),
    ...(livesAlone ? [TEXT.alone] : []),
  ]
  const toggle = (say: string) => {
    if (say === TEXT.alone) return onChange({ livesAlone: !livesAlone })
    const from = say === TEXT.older ? '60' : '80'
    onChange({ ageFrom: aged(from) ? '' : from, ageTo: '' })
  }
  return (
    <Section title={TEXT.only}>
      <Stack card>
        <Chips options={[TEXT.older, TEXT.veryOld, TEXT.alone]} chosen={chosen} onToggle={toggle} />
        <TextField
          kind="phone"
          label={TEXT.ageFrom}
          hint={TEXT.ageHint}
          value={ageFrom}
          onChange={(next) => onChange({ ageFrom: next })}
          maxLength={AGE_CHARS}
        />
        <TextField
          kind="phone"
          label={TEXT.ageTo}
          hint={TEXT.ageHint}
          value={ageTo}
          onChange={(next) => onChange({ ageTo: next })}
          maxLength={AGE_CHARS}
        />
        {problem === 'ages' || problem === 'ageOrder' ? (
          <Notice tone="danger">{PROBLEM[problem]}</Notice>
        ) : null}
        <Say>{TEXT.roles}</Say>
        <Chips
          options={ROLES.map((role) => ROLE_TEXT[role])}
          chosen={roles.map((role) => ROLE_TEXT[role])}
          onToggle={(say) => {
            const role = ROLES.find((one) => ROLE_TEXT[one] === say)
            if (!role) return
            onChange({
              roles: roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role],
            })
          }}
        />
        <Chips
          options={[TEXT.public]}
          chosen={draft.public ? [TEXT.public] : []}
          onToggle={() => onChange({ public: !draft.public })}
        />
      </Stack>
    </Section>
  )
}
