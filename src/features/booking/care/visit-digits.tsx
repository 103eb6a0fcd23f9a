import { Text, View } from '@tarojs/components'
import type { Contract } from '../../../../types/contract'
import { dayOf, formatDay, formatSpan } from '../../../lib/time.format'
import { Section } from '../../../ui/card'
import { Heading, Say, Stack } from '../../../ui/stack'
import { CARE_TEXT } from './care.text'
import './rolling-code.css'

const TEXT = CARE_TEXT.code.digits

export type Digits = Contract['booking.visitDigits']['output']

/** Which visit the digits are of. */
export const visitSaid = ({ serviceName, startsAt, endsAt }: Digits, now: number): string =>
  [serviceName, formatDay(dayOf(startsAt), now), formatSpan(startsAt, endsAt)].join('，')

/** What somebody tells the worker next; one at a time, so that nobody tells both at once. */
export const digitsSaid = (digits: Digits): string =>
  digits.next === 'none' ? TEXT.done : `${TEXT[digits.next]}：${[...digits[digits.next]].join(' ')}`

const spaced = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`

/** The six digits of the next visit, for whoever has no code to show. */
export function NextDigits({ next, now }: { next: Digits | undefined; now: number }) {
  return (
    <Section title={TEXT.title}>
      <Stack card>
        {next ? (
          <>
            <Heading>{next.serviceName}</Heading>
            <Say>{`${formatDay(dayOf(next.startsAt), now)}，${formatSpan(next.startsAt, next.endsAt)}`}</Say>
            {next.next === 'none' ? (
              <Say>{TEXT.done}</Say>
            ) : (
              <View className="digits">
                <Text className="digits__say">{TEXT[next.next]}</Text>
                <Text className="digits__number">{spaced(next[next.next])}</Text>
                <Say>{TEXT.say}</Say>
              </View>
            )}
          </>
        ) : (
          <Say>{TEXT.nothing}</Say>
        )}
      </Stack>
    </Section>
  )
}

/** Both of a visit, as the desk reads them out or writes them on a card. */
export function BothDigits({ digits }: { digits: Digits }) {
  return (
    <>
      {(['comes', 'goes'] as const).map((end) => (
        <View key={end} className="digits">
          <Text className="digits__say">{TEXT.card[end]}</Text>
          <Text className="digits__number">{spaced(digits[end])}</Text>
        </View>
      ))}
    </>
  )
}
