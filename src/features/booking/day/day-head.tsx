import { Turner } from '../../../ui/turner'
import { type Block, dayTitle, sumOf } from './day.format'
import { DAY_TEXT } from './day.text'

interface DayHeadProps {
  day: string
  now: number
  blocks: readonly Block[]
  /** So many days on. */
  onTurn: (by: number) => void
}

/** Which day, and how many come. */
export function DayHead({ day, now, blocks, onTurn }: DayHeadProps) {
  const { title, near } = dayTitle(day, now)
  const visits = blocks.reduce<Block['visits'][number][]>((all, one) => [...all, ...one.visits], [])
  const { booked, came, absent } = sumOf(visits)
  return (
    <Turner
      title={near ? `${near}，${title}` : title}
      say={DAY_TEXT.sum(booked, came, absent)}
      before={{ say: DAY_TEXT.before, onTap: () => onTurn(-1) }}
      after={{ say: DAY_TEXT.after, onTap: () => onTurn(1) }}
    />
  )
}
