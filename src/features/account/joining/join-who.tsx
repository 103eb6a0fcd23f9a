import { Text, View } from '@tarojs/components'
import type { CallError } from '../../../../types/contract/wire'
import type { HomeRelation } from '../../../../types/contract/people'
import { LIMITS } from '../../../../types/contract/limits'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { TextField } from '../../../ui/text-field'
import { ChooseOne } from '../choose-one'
import { Agreement } from '../agreement'
import { whereSaid } from '../places/where.rules'
import { HOME_RELATIONS, type Joining } from './joining.draft'
import type { JoinProblems } from './joining.rules'
import './joining.css'
import { JOINING_TEXT } from './joining.text'

const TEXT = JOINING_TEXT.who
const LETTERS_CHARS = 12
const PHONE_CHARS = 20

interface JoinWhoProps {
  joining: Joining
  /** A household's code was scanned: neither where nor letters are asked for. */
  byCode: boolean
  agreed: boolean
  problems: JoinProblems
  /** A refusal that is about no field. */
  error: CallError | undefined
  busy: string | false
  onChange: (part: Partial<Joining>) => void
  onAgree: (agreed: boolean) => void
  onBack: () => void
  onSubmit: () => void
}

/** The second screen: who one is, why that is asked, and the consent to it. */
export function JoinWho({
  joining: { where, name, relation, letters, phone },
  byCode,
  agreed,
  problems,
  error,
  busy,
  onChange,
  onAgree,
  onBack,
  onSubmit,
}: JoinWhoProps) {
  return (
    <View className="joining">
      <Card className="joining__form">
        <View>
          <Text className="joining__title">{TEXT.title}</Text>
          <Text className="joining__say">
            {byCode ? TEXT.byCode : TEXT.lives(whereSaid(where))}
          </Text>
        </View>
        <Notice tone="plain" icon="shield">
          {TEXT.why}
        </Notice>
        {byCode && problems.letters ? <Notice tone="danger">{problems.letters}</Notice> : null}
        <TextField
          label={TEXT.name}
          hint={TEXT.nameHint}
          value={name}
          onChange={(next) => onChange({ name: next })}
          maxLength={LIMITS.nameChars}
          problem={problems.name}
        />
        <ChooseOne<HomeRelation>
          label={TEXT.relation}
          options={HOME_RELATIONS.map((key) => ({ key, say: TEXT.relations[key] }))}
          chosen={relation}
          onChoose={(next) => onChange({ relation: next })}
          problem={problems.relation}
        />
        {byCode ? null : (
          <TextField
            kind="code"
            label={TEXT.letters}
            hint={TEXT.lettersHint}
            value={letters}
            onChange={(next) => onChange({ letters: next })}
            maxLength={LETTERS_CHARS}
            problem={problems.letters}
          />
        )}
        <TextField
          kind="phone"
          label={TEXT.phone}
          hint={TEXT.phoneHint}
          value={phone}
          onChange={(next) => onChange({ phone: next })}
          maxLength={PHONE_CHARS}
          problem={problems.phone}
        />
        <Agreement agreed={agreed} onAgree={onAgree} problem={problems.agreed} />
        {Object.keys(problems).length > 0 ? <Notice tone="danger">{TEXT.mend}</Notice> : null}
        {error ? <Notice tone="warn">{error.message}</Notice> : null}
        <View className="joining__buttons">
          <Button busy={busy} onTap={onSubmit}>
            {TEXT.submit}
          </Button>
          <Button kind="second" onTap={onBack}>
            {TEXT.back}
          </Button>
        </View>
      </Card>
    </View>
  )
}
