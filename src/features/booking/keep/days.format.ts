import { KEEP_TEXT } from './keep.text'

/** Days in a row that are said by their first and last. */
const SPAN = 3
const WEEK = 7

/** Days of the week from Monday on, as people say them: 每天, 周一到周五, 周一、周三, 周一到周三、周六. 0 is Sunday. */
export function daysSaid(weekdays: readonly number[]): string {
  const places = [...new Set(weekdays.map((day) => (day + 6) % WEEK))].sort((a, b) => a - b)
  if (places.length === WEEK) return KEEP_TEXT.everyDay
  const runs = places.reduce<number[][]>((all, place) => {
    const last = all[all.length - 1]
    if (last?.[last.length - 1] === place - 1) return [...all.slice(0, -1), [...last, place]]
    return [...all, [place]]
  }, [])
  return runs.map(runSaid).join('、')
}

function runSaid(run: readonly number[]): string {
  const names = run.map((place) => KEEP_TEXT.weekdays[(place + 1) % WEEK] ?? '')
  return names.length < SPAN
    ? names.join('、')
    : KEEP_TEXT.fromTo(names[0] ?? '', names[names.length - 1] ?? '')
}
