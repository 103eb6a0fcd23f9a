import { Text, View } from '@tarojs/components'
import type { GrantView, Helping } from '../../../../types/contract/account-helping'
import { actFor } from '../../../lib/acting'
import { startAgain } from '../../../lib/routes'
import { dayOf, formatDate } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import type { Ending } from './end-sheet'
import { HELPING_TEXT } from './helping.text'

interface DependentCardProps {
  grant: Helping['dependents'][number]
  onEnd: (ending: Ending) => void
}

/** Someone I may act for: one tap, and the program is theirs. */
export function DependentCard({ grant, onEnd }: DependentCardProps) {
  const TEXT = HELPING_TEXT.dependents
  const { grantId, residentId, name, place, relation, scope } = grant
  const act = () => {
    actFor({ residentId, name })
    void startAgain()
  }
  return (
    <Card>
      <Text className="helping__name">{name}</Text>
      <Text className="helping__fact">{place}</Text>
      <Text className="helping__fact">
        {TEXT.fact(HELPING_TEXT.relation[relation], HELPING_TEXT.scope[scope])}
      </Text>
      <View className="helping__buttons">
        <Button onTap={act}>{HELPING_TEXT.act(name)}</Button>
        <Button
          kind="second"
          label={TEXT.endLabel(name)}
          onTap={() => onEnd({ grantId, name, whose: 'mine', residentId })}
        >
          {TEXT.end}
        </Button>
      </View>
    </Card>
  )
}

interface HelperCardProps {
  grant: GrantView
  now: number
  onEnd: (ending: Ending) => void
}

/** Someone who may act for me, until I end it. */
export function HelperCard({ grant, now, onEnd }: HelperCardProps) {
  const TEXT = HELPING_TEXT.helpers
  const { grantId, name, relation, scope, since } = grant
  return (
    <Card>
      <Text className="helping__name">{name}</Text>
      <Text className="helping__fact">
        {TEXT.fact(
          HELPING_TEXT.relation[relation],
          HELPING_TEXT.scope[scope],
          formatDate(dayOf(since), now),
        )}
      </Text>
      <View className="helping__buttons">
        <Button
          kind="danger"
          label={TEXT.endLabel(name)}
          onTap={() => onEnd({ grantId, name, whose: 'theirs' })}
        >
          {TEXT.end}
        </Button>
      </View>
    </Card>
  )
}
