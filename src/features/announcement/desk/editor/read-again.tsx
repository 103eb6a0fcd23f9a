import { Section } from '../../../../ui/card'
import { Filters } from '../../../../ui/filters'
import { Say, Stack } from '../../../../ui/stack'
import { PUBLISHED_TEXT } from '../published.text'

const TEXT = PUBLISHED_TEXT.again

interface ReadAgainProps {
  /** An emergency is always to be read again. */
  urgent: boolean
  /** Its readers must do something, so that they are counted. */
  counted: boolean
  again: boolean
  onChange: (again: boolean) => void
}

/** Does the correction matter so much that whoever has read it is to read it again? */
export function ReadAgain({ urgent, counted, again, onChange }: ReadAgainProps) {
  return (
    <Section title={TEXT.title}>
      <Stack card>
        {urgent ? null : (
          <Filters
            label={TEXT.title}
            options={[
              { key: 'no', say: TEXT.no },
              { key: 'yes', say: TEXT.yes },
            ]}
            chosen={again ? 'yes' : 'no'}
            onChoose={(key) => onChange(key === 'yes')}
          />
        )}
        {urgent ? <Say>{TEXT.urgent}</Say> : null}
        {again || urgent ? <Say>{counted || urgent ? TEXT.counted : TEXT.unread}</Say> : null}
      </Stack>
    </Section>
  )
}
