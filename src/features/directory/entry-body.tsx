import { Text, View } from '@tarojs/components'
import type { Entry } from '../../../types/contract/directory'
import { Card, Section } from '../../ui/card'
import { CallButton } from './call-button'
import { formatOpen, hoursRows, type WeeklyHours } from './directory.format'
import { DIRECTORY_TEXT } from './directory.text'
import './entry-body.css'
import { EntryAddress } from './entry-address'

const TEXT = DIRECTORY_TEXT.entry

/** All that is known of an entry: whom to call, when it is open, where it is, what can be done there. */
export function EntryBody({ entry, now }: { entry: Entry; now: number }) {
  const { name, summary, phones, open, hours, address, about, bring } = entry
  return (
    <>
      <Card>
        <Text className="entry__name">{name}</Text>
        <Text className="entry__summary">{summary}</Text>
        {open ? <Text className="entry__open">{formatOpen(open, now)}</Text> : null}
      </Card>
      <Section title={TEXT.phones}>
        <Card className="entry__phones">
          {phones.map((phone) => (
            <View key={phone.number} className="entry__phone">
              <View className="entry__number">
                {phone.label ? <Text className="entry__label">{phone.label}</Text> : null}
                <Text className="entry__digits">{phone.number}</Text>
              </View>
              <CallButton name={name} phone={phone} />
            </View>
          ))}
        </Card>
      </Section>
      {hours?.kind === 'weekly' ? <EntryHours hours={hours} now={now} /> : null}
      {address ? <EntryAddress entry={{ ...entry, address }} /> : null}
      <Lines title={TEXT.about} lines={about} />
      <Lines title={TEXT.bring} lines={bring} />
    </>
  )
}

function EntryHours({ hours, now }: { hours: WeeklyHours; now: number }) {
  return (
    <Section title={TEXT.hours}>
      <Card>
        {hoursRows(hours, now).map(({ days, times, today }) => (
          <View key={days} className={`entry__day${today ? ' entry__day--today' : ''}`}>
            <Text className="entry__weekdays">{today ? days + TEXT.today : days}</Text>
            <Text className="entry__times">{times}</Text>
          </View>
        ))}
        {hours.note ? <Text className="entry__hours-note">{hours.note}</Text> : null}
      </Card>
    </Section>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Section title={title}>
      <Card>
        {lines.map((line) => (
          <View key={line} className="entry__line">
            <View className="entry__dot" />
            <Text className="entry__line-words">{line}</Text>
          </View>
        ))}
      </Card>
    </Section>
  )
}
