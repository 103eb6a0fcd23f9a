import type { Accounts, Block, Category, Done } from '../../../types/contract/announcement-content'
import type { AnnouncementRow } from '../../../types/contract/announcement-reading'
import { formatDay, formatMoment, formatTime, startOfDay } from '../../lib/time.format'
import type { BadgeTone } from '../../ui/badge'
import type { IconName } from '../../ui/icon'
import { ANNOUNCEMENT_TEXT as TEXT } from './announcement.text'

/** The picture and the tint by which a category is known again. */
const LOOK: Record<Category, { icon: IconName; tint: 'rose' | 'amber' | 'sky' | 'leaf' }> = {
  notice: { icon: 'horn', tint: 'sky' },
  emergency: { icon: 'alert', tint: 'rose' },
  policy: { icon: 'book', tint: 'sky' },
  health: { icon: 'health', tint: 'leaf' },
  jobs: { icon: 'jobs', tint: 'amber' },
  finance: { icon: 'money', tint: 'amber' },
  affairs: { icon: 'affairs', tint: 'amber' },
  activity: { icon: 'activity', tint: 'leaf' },
}
export const lookOf = (category: Category) => LOOK[category]

export interface Mark {
  say: string
  tone: BadgeTone
}

/** What a row says of itself besides its title, the most pressing first. */
export function marksOf(row: AnnouncementRow): Mark[] {
  const { category, must, unread, pinned, corrected } = row
  const marks: Mark[] = []
  if (category === 'emergency') marks.push({ say: TEXT.category.emergency, tone: 'danger' })
  if (must && !must.done) marks.push({ say: TEXT.marks.toDo[must.do], tone: 'warn' })
  if (unread && !(must && !must.done)) marks.push({ say: TEXT.marks.unread, tone: 'accent' })
  if (must?.done) marks.push({ say: TEXT.marks.done[must.do], tone: 'plain' })
  if (pinned) marks.push({ say: TEXT.marks.pinned, tone: 'plain' })
  if (corrected) marks.push({ say: TEXT.marks.corrected, tone: 'plain' })
  return marks
}

/** Whether what must be done has been. */
export const isDone = (what: 'read' | 'confirm' | 'choose', done: Done | undefined): boolean =>
  what === 'read'
    ? done?.openedAt !== undefined
    : what === 'confirm'
      ? done?.confirmedAt !== undefined
      : done?.choice !== undefined

/** Whose it is and when, as it is heard: '春晓社区，今天 上午9:00'. */
export const originOf = (
  { from, publishedAt }: Pick<AnnouncementRow, 'from' | 'publishedAt'>,
  now: number,
): string => `${from}，${formatMoment(publishedAt, now)}`

/** '11月24日 周二 下午2:30', '明天' */
export function formatWhen({ day, time }: { day: string; time?: string | undefined }, now: number) {
  const said = formatDay(day, now)
  if (time === undefined) return said
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return `${said} ${formatTime(startOfDay(day) + (hour * 60 + minute) * 60_000)}`
}

/** A year, a quarter of one, or a month, as people say it. */
export function formatPeriod(period: string): string {
  const [year = '', part] = period.split('-')
  if (part === undefined) return TEXT.period.year(year)
  if (part.startsWith('Q')) return TEXT.period.quarter(year, Number(part.slice(1)))
  return TEXT.period.month(year, Number(part))
}

export const sumOf = (lines: Accounts['income']): number =>
  lines.reduce((sum, { fen }) => sum + fen, 0)

/** A body's words, a sentence or a line of a list each. */
export const linesOf = (blocks: readonly Block[]): string[] =>
  blocks
    .map((block) => (block.kind === 'list' ? block.items : [block.runs]))
    .reduce((all, lines) => [...all, ...lines], [])
    .map((runs) => runs.map(({ text }) => text).join(''))

/** A file's name with its ending, once. */
export const fileNameOf = ({ name, ending }: { name: string; ending: string }): string =>
  name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`

/** '350 KB', '2.4 MB' */
export const formatSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`
