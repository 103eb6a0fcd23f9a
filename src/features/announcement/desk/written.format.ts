import type { AnnouncementState, WrittenRow } from '../../../../types/contract/announcement-desk'
import { formatMoment } from '../../../lib/time.format'
import { ANNOUNCEMENTS_TEXT as TEXT } from './announcements.text'

/** What the list says of when: when it goes out, went out, or was last written on. */
export function whenOf(row: WrittenRow, now: number): string {
  const { state, author, changedAt, publishAt, publishedAt } = row
  if (state === 'scheduled' && publishAt) return TEXT.scheduled(formatMoment(publishAt, now))
  if (state !== 'draft' && publishedAt) {
    return TEXT.published(formatMoment(publishedAt, now), author)
  }
  return TEXT.changed(formatMoment(changedAt, now), author)
}

export const toneOf = (state: AnnouncementState): 'accent' | 'plain' | 'warn' =>
  state === 'published' ? 'accent' : state === 'withdrawn' ? 'warn' : 'plain'
