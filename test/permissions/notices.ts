import type {
  AnnouncementDoc,
  QuestionDoc,
  ReceiptsDoc,
} from '../../cloudfunctions/announcement/announcement.docs'
import { desksOf } from '../../cloudfunctions/announcement/writing/publishing.rules'
import { listKeyOf } from '../../cloudfunctions/shared/list-key.rules'

interface Where {
  place: string
  region: string
  at: number
}

/** An announcement that a community's office published, which asks to be confirmed and whose call list stands. */
export function noticeIn({ place, region, at }: Where): AnnouncementDoc {
  const _id = `table-notice-${place}`
  return {
    _id,
    communityId: place,
    region,
    from: place,
    state: 'published',
    version: 2,
    said: {
      title: '停水',
      body: '明天停水。',
      blocks: [{ kind: 'paragraph', runs: [{ text: '明天停水。' }] }],
      category: 'notice',
      pictures: [],
      files: [],
    },
    audience: { places: [region], public: false },
    keys: [region],
    public: false,
    must: { do: 'confirm', callAfterHours: 1 },
    questions: true,
    author: { ref: 'a-table-author', role: 'staff' },
    changedAt: at,
    changedBy: 'a-table-author',
    publishedAt: at,
    callFrom: at + 1,
    listKey: listKeyOf(at, _id),
    desks: desksOf(region, 'staff'),
    deskKey: listKeyOf(at, _id),
    corrections: [],
    taps: [],
  }
}

/** Its receipts, with the one person whom the calls name. */
export const receiptsIn = ({ place, region }: Where): ReceiptsDoc => {
  const residentId = `r-${place}-10-1`
  const counts = { people: 1, withPhone: 0, opened: 0, confirmed: 0, byOthers: 0, called: 0 }
  return {
    _id: `table-notice-${place}-1-${residentId}`,
    announcementId: `table-notice-${place}`,
    region,
    order: `1-0000-${residentId}`,
    ids: [residentId],
    people: { [residentId]: { residentId, why: ['alone'], withoutPhone: true } },
    counts: { ...counts, left: 1, choices: {} },
  }
}

/** A question below it that staff have yet to look at. */
export function questionIn({ place, region, at }: Where): QuestionDoc {
  const _id = `table-question-${place}`
  return {
    _id,
    announcementId: `table-notice-${place}`,
    communityId: place,
    region,
    title: '停水',
    author: { role: 'staff' },
    residentId: `r-${place}-10-1`,
    typedBy: 'table-asker',
    text: '几点来水？',
    askedAt: at,
    state: 'held',
    shown: false,
    listKey: listKeyOf(at, _id),
    taps: [],
  }
}
