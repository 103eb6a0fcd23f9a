import { andMore, GROUP_HEAD, groupLine } from './group.text'

/** Something the group is told, in the words that phones show. */
interface Line {
  place: string
  title: string
  say: string
}

/** Lines of one text; 企业微信 takes 2,048 bytes. */
const LINES = 15

/** Everything that waits as one text, equal lines counted. */
export function groupText(lines: readonly Line[]): string {
  const counts = new Map<string, { line: Line; count: number }>()
  for (const line of lines) {
    const key = JSON.stringify(line)
    counts.set(key, { line, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const all = [...counts.values()].map(({ line, count }) =>
    groupLine(line.place, line.title.slice(0, 30), line.say, count),
  )
  const more = all.length > LINES ? [andMore(all.length - LINES)] : []
  return [GROUP_HEAD, ...all.slice(0, LINES), ...more].join('\n')
}
