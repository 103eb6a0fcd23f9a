import { Text } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import { actFor } from '../../lib/acting'
import { openHelping, startAgain } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Card, Section } from '../../ui/card'
import { List, ListRow } from '../../ui/list'
import './account.css'
import { HELPING_TEXT } from './helping/helping.text'

const TEXT = HELPING_TEXT.home

interface HelpingCardProps {
  view: Contract['home.view']['output']
}

/** Somebody asks to act for me: what may be a fraud is not to be overlooked. */
export function AskingCard({ view }: HelpingCardProps) {
  const { asking } = view.me
  if (asking === 0) return null
  return (
    <Card className="request">
      <Text className="request__title">{TEXT.asking(asking)}</Text>
      <Text className="request__say">{TEXT.askingSay}</Text>
      <Button onTap={() => void openHelping()}>{TEXT.look}</Button>
    </Card>
  )
}

/** Whom I may act for: one tap, and the program is theirs. */
export function DependentsCard({ view }: HelpingCardProps) {
  const { dependents } = view.me
  if (dependents.length === 0) return null
  return (
    <Section title={TEXT.title} more={{ say: TEXT.more, onTap: () => void openHelping() }}>
      <List>
        {dependents.map(({ residentId, name, place }) => (
          <ListRow
            key={residentId}
            icon="family"
            title={HELPING_TEXT.act(name)}
            say={place}
            onTap={() => {
              actFor({ residentId, name })
              void startAgain()
            }}
          />
        ))}
      </List>
    </Section>
  )
}
