import { Text, View } from '@tarojs/components'
import type { Span } from '../../../../types/contract/booking-times'
import { Notice } from '../../../ui/notice'
import { Stack } from '../../../ui/stack'
import { Tap } from '../../../ui/tap'
import { TextField } from '../../../ui/text-field'
import { KEEP_TEXT } from './keep.text'
import './spans-field.css'

const TEXT = KEEP_TEXT.times
const CLOCK_CHARS = 6

interface SpansFieldProps {
  spans: readonly Span[]
  onChange: (spans: Span[]) => void
  /** What the n-th is called, and its two ends. */
  called: (n: number) => { name: string; from: string; to: string }
  /** So many at least. */
  least: number
  problem: string | undefined
}

/** Stretches of a day, each from when to when. */
export function SpansField({ spans, onChange, called, least, problem }: SpansFieldProps) {
  const set = (index: number, part: Partial<Span>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)))
  return (
    <Stack>
      {spans.map((span, index) => {
        const { name, from, to } = called(index + 1)
        return (
          <View key={index} className="span-row">
            {(
              [
                ['from', from],
                ['to', to],
              ] as const
            ).map(([end, label]) => (
              <View key={end} className="span-row__clock">
                <TextField
                  kind="phone"
                  label={label}
                  hint={TEXT.clockHint}
                  value={span[end]}
                  onChange={(typed) => set(index, { [end]: typed })}
                  maxLength={CLOCK_CHARS}
                />
              </View>
            ))}
            {spans.length > least ? (
              <Tap
                className="span-row__remove"
                label={TEXT.removeLabel(name)}
                onTap={() => onChange(spans.filter((_, at) => at !== index))}
              >
                <Text>{TEXT.remove}</Text>
              </Tap>
            ) : null}
          </View>
        )
      })}
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
    </Stack>
  )
}
