import { Text, View } from '@tarojs/components'
import { LIMITS } from '../../../../types/contract/limits'
import type { CallError } from '../../../../types/contract/wire'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { TextField } from '../../../ui/text-field'
import { Agreement } from '../agreement'
import { ChooseOne } from '../choose-one'
import type { Places } from '../places/use-places'
import { WhereFields } from '../places/where-fields'
import { HELP_SCOPES, HELPER_RELATIONS, type Dependent } from './dependent.draft'
import type { DependentProblems } from './dependent.rules'
import './helping.css'
import { HELPING_TEXT } from './helping.text'

const TEXT = HELPING_TEXT.add

interface DependentFormProps {
  dependent: Dependent
  places: Places
  /** The program does not know the caller's name yet. */
  needsMyName: boolean
  agreed: boolean
  problems: DependentProblems
  /** A refusal that is about no field. */
  error: CallError | undefined
  busy: string | false
  onChange: (next: (dependent: Dependent) => Dependent) => void
  onAgree: (agreed: boolean) => void
  onSubmit: () => void
}

export function DependentForm({
  dependent: { name, where, relation, scope, myName },
  places,
  needsMyName,
  agreed,
  problems,
  error,
  busy,
  onChange,
  onAgree,
  onSubmit,
}: DependentFormProps) {
  return (
    <Card className="dependent-form">
      <View>
        <Text className="helping__name">{TEXT.say}</Text>
      </View>
      <Notice tone="plain" icon="shield">
        {TEXT.why}
      </Notice>
      <TextField
        label={TEXT.name}
        hint={TEXT.nameHint}
        value={name}
        onChange={(next) => onChange((now) => ({ ...now, name: next }))}
        maxLength={LIMITS.nameChars}
        problem={problems.name}
      />
      <ChooseOne
        label={TEXT.relation}
        options={HELPER_RELATIONS.map((key) => ({ key, say: HELPING_TEXT.relation[key] }))}
        chosen={relation}
        onChoose={(next) => onChange((now) => ({ ...now, relation: next }))}
        problem={problems.relation}
      />
      <Text className="dependent-form__part">{TEXT.lives}</Text>
      <WhereFields
        where={where}
        places={places}
        onChange={(next) => onChange((now) => ({ ...now, where: next(now.where) }))}
        problems={{}}
      />
      {problems.where ? <Notice tone="danger">{problems.where}</Notice> : null}
      <ChooseOne
        label={TEXT.scope}
        options={HELP_SCOPES.map((key) => ({ key, say: HELPING_TEXT.scope[key] }))}
        chosen={scope}
        onChoose={(next) => onChange((now) => ({ ...now, scope: next }))}
        problem={problems.scope}
      />
      {needsMyName ? (
        <TextField
          label={TEXT.myName}
          hint={TEXT.myNameHint}
          value={myName}
          onChange={(next) => onChange((now) => ({ ...now, myName: next }))}
          maxLength={LIMITS.nameChars}
          problem={problems.myName}
        />
      ) : null}
      <Agreement agreed={agreed} onAgree={onAgree} problem={problems.agreed} />
      {Object.keys(problems).length > 0 ? <Notice tone="danger">{TEXT.mend}</Notice> : null}
      {error ? <Notice tone="warn">{error.message}</Notice> : null}
      <Button busy={busy} onTap={onSubmit}>
        {TEXT.submit}
      </Button>
    </Card>
  )
}
