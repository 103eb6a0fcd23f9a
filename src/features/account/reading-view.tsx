import { Text } from '@tarojs/components'
import { Card, Section } from '../../ui/card'
import { setElder, setTextSize, useReading } from '../../ui/elder'
import { TEXT_SIZES } from '../../ui/elder.rules'
import { Options } from '../../ui/options'
import { Screen } from '../../ui/screen'
import './account.css'
import { ACCOUNT_TEXT } from './account.text'

const TEXT = ACCOUNT_TEXT.reading

const MODES = [
  { value: 'normal', title: TEXT.normal, say: TEXT.normalSay },
  { value: 'elder', title: TEXT.elder, say: TEXT.elderSay },
] as const

const SIZES = TEXT_SIZES.map((size) => ({ value: size, title: TEXT.sizes[size] }))

/** Elder mode and the size of its text, with a line to try it on, to read and to hear. */
export function ReadingView() {
  const { on, size } = useReading()
  return (
    <Screen title={TEXT.title} aloud={TEXT.example}>
      <Section title={TEXT.mode}>
        <Options
          label={TEXT.mode}
          options={MODES}
          chosen={on ? 'elder' : 'normal'}
          onChoose={(mode) => setElder(mode === 'elder')}
        />
      </Section>
      {on ? (
        <Section title={TEXT.size}>
          <Options label={TEXT.size} options={SIZES} chosen={size} onChoose={setTextSize} />
        </Section>
      ) : null}
      <Section title={TEXT.exampleTitle}>
        <Card>
          <Text>{TEXT.example}</Text>
        </Card>
      </Section>
      <Text className="reading__auto">{TEXT.auto}</Text>
    </Screen>
  )
}
