import type {
  AnnouncementDoc,
  ReaderDoc,
  ReceiptsDoc,
} from '../../cloudfunctions/announcement/announcement.docs'
import { termsDocOf } from '../../cloudfunctions/announcement/writing/announced.rules'
import { compileAudience } from '../../cloudfunctions/announcement/audience/audience.rules'
import { desksOf, publishedAs } from '../../cloudfunctions/announcement/writing/publishing.rules'
import { countsOf, sumCounts } from '../../cloudfunctions/announcement/receipts/receipts.rules'
import { isDone } from '../../cloudfunctions/announcement/reading.rules'
import { MONDAY_9, type TestCloud } from './cloud'
import { addDocs, allOf } from './database'
import { CHUNXIAO } from './people'

/** An announcement in as few words as a test needs: by its title, for whoever lives in 春晓社区. */
export interface Told {
  id: string
  title?: string
  body?: string
  region?: string
  category?: AnnouncementDoc['said']['category']
  audience?: Partial<AnnouncementDoc['audience']>
  must?: AnnouncementDoc['must']
  /** When it was published; now when left out. */
  at?: number
  more?: Partial<AnnouncementDoc>
}

export const MUST_CONFIRM = { do: 'confirm', callAfterHours: 24 } as const
export const MUST_CHOOSE = {
  do: 'choose',
  choices: ['参加', '不参加'],
  callAfterHours: 24,
} satisfies AnnouncementDoc['must']

/** As publishing leaves it, with what is left for the ticker. */
export function announced(told: Told): AnnouncementDoc {
  const { id, title = `公告${id}`, body = '请看。', category = 'notice', must, more = {} } = told
  const { region = CHUNXIAO, at = MONDAY_9 } = told
  const audience = { places: [region], public: false, ...told.audience }
  const compiled = compileAudience(audience, { announcementId: id, region })
  if ('faults' in compiled) throw new Error('The audience is not one.')
  const blocks = [{ kind: 'paragraph' as const, runs: [{ text: body }] }]
  const said = { title, body, blocks, category, pictures: [], files: [] }
  return {
    _id: id,
    region,
    ...(region.split('/').length >= 3 ? { communityId: region.split('/')[2] ?? '' } : {}),
    from: '春晓社区',
    version: 2,
    said,
    audience,
    ...(must ? { must } : {}),
    questions: true,
    author: { ref: 'a-demo-staff', role: 'staff' },
    desks: desksOf(region, 'staff'),
    changedBy: 'a-demo-staff',
    corrections: [],
    taps: [],
    ...publishedAs({ _id: id, said, audience, ...(must ? { must } : {}) }, compiled.keys, at),
    ...more,
  }
}

/** Stands in the database as if it had been published; `initials` where a search is to go by them. */
export async function announce(
  cloud: TestCloud,
  told: readonly (Told & { initials?: string })[],
): Promise<void> {
  const docs = told.map(announced)
  await addDocs(cloud, 'announcements', docs)
  await addDocs(
    cloud,
    'announcementTerms',
    docs.map((doc, i) => termsDocOf(doc, told[i]?.initials ?? '')),
  )
}

/** All receipts of an announcement. */
export const receiptsOf = async (cloud: TestCloud, id: string): Promise<ReceiptsDoc[]> =>
  (await allOf<ReceiptsDoc>(cloud, 'receipts')).filter(
    ({ announcementId }) => announcementId === id,
  )

/**
 * What must hold of receipts: nobody stands in two documents, none has more than 300, sums are those of their
 * lines, and each line is as its readers' own documents say. Answers the sums, and the faults.
 */
export async function auditReceipts(cloud: TestCloud, doc: Pick<AnnouncementDoc, '_id' | 'must'>) {
  const chunks = await receiptsOf(cloud, doc._id)
  const readings = new Map((await allOf<ReaderDoc>(cloud, 'readings')).map((one) => [one._id, one]))
  const faults: string[] = []
  const seen = new Set<string>()
  const lines = chunks.flatMap(({ _id, ids, people, also = {}, counts }) => {
    if (Object.keys(people).length > 300) faults.push(`${_id} is too long`)
    for (const id of ids) {
      if (seen.has(id)) faults.push(`${id} stands twice`)
      seen.add(id)
    }
    const recounted = sumCounts(Object.values(people).map((line) => countsOf(line, doc.must)))
    if (JSON.stringify(sorted(recounted)) !== JSON.stringify(sorted(counts)))
      faults.push(`${_id}: ${JSON.stringify(counts)} for ${JSON.stringify(recounted)}`)
    return Object.entries(people).map(([lineId, line]) => ({
      line,
      ids: [lineId, ...Object.keys(also).filter((id) => also[id] === lineId)],
    }))
  })
  for (const { line, ids } of lines) {
    const did = ids.flatMap(
      (id) => readings.get(id)?.did?.filter((one) => one.announcementId === doc._id) ?? [],
    )
    const done = did.some((one) => isDone(doc.must, one))
    if (isDone(doc.must, line) !== done) faults.push(`${ids.join()} does not follow`)
    const choices = did.map(({ choice }) => choice)
    if (line.choice !== undefined && !choices.includes(line.choice))
      faults.push(`${ids.join()} chose otherwise`)
  }
  return { counts: sumCounts(chunks.map(({ counts }) => counts)), faults }
}

const sorted = ({ choices, ...counts }: ReceiptsDoc['counts']) => [
  Object.entries(counts).sort(),
  Object.entries(choices)
    .filter(([, n]) => n !== 0)
    .sort(),
]
