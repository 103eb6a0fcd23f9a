import { openDeskWeek } from '../../../lib/routes'
import { Button } from '../../../ui/button'
import { List, ListRow } from '../../../ui/list'
import { Turner } from '../../../ui/turner'
import { type Block, dayTitle, sumOf } from './day.format'
import { DAY_TEXT } from './day.text'

interface DayHeadProps {
  day: string
  now: number
  blocks: readonly Block[]
  /** So many days on. */
  onTurn: (by: number) => void
  /** Where another day is shown. */
  onToday: (() => void) | undefined
}

/** Which day, how many come, and the ways to other days. */
export function DayHead({ day, now, blocks, onTurn, onToday }: DayHeadProps) {
  const { title, near } = dayTitle(day, now)
  const visits = blocks.reduce<Block['visits'][number][]>((all, one) => [...all, ...one.visits], [])
  const { booked, came, absent } = sumOf(visits)
  return (
    <>
      <Turner
        title={near ? `${near}，${title}` : title}
        say={DAY_TEXT.sum(booked, came, absent)}
        before={{ say: DAY_TEXT.before, onTap: () => onTurn(-1) }}
        after={{ say: DAY_TEXT.after, onTap: () => onTurn(1) }}
      />
      {onToday ? (
        <Button kind="second" onTap={onToday}>
          {DAY_TEXT.today}
        </Button>
      ) : null}
      <List>
        <ListRow icon="calendar" title={DAY_TEXT.toWeek} onTap={() => void openDeskWeek(day)} />
      </List>
    </>
  )
}
