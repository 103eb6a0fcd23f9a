import type { Written, WrittenRow } from '../../../types/contract/announcement-desk'
import type { AnnouncementDoc, AttachedFile } from '../announcement.docs'
import { authorNames } from './authors.query'
import { shownFiles } from '../files.query'
import { together } from '../../shared/together'

/** An announcement as its writers see it. */
export async function presentWritten(doc: AnnouncementDoc): Promise<Written> {
  const { said, audience, must, region, version, corrections, withdrawn, questions } = doc
  const { title, body, blocks, category, pictures, files, place, when, accounts } = said
  const [nameOf, shown] = await together([
    authorNames([doc.changedBy, ...corrections.map(({ by }) => by)]),
    shownFiles(said),
  ])
  return {
    ...presentWrittenRow(doc, nameOf),
    content: {
      title,
      body,
      category,
      pictures: pictures.map(named),
      files: files.map(named),
      ...(place === undefined ? {} : { place }),
      ...(when === undefined ? {} : { when }),
      ...(accounts === undefined ? {} : { accounts }),
    },
    audience,
    ...(must ? { must } : {}),
    ...(doc.pinnedUntil === undefined ? {} : { pinnedUntil: doc.pinnedUntil }),
    ...(doc.expiresAt === undefined ? {} : { expiresAt: doc.expiresAt }),
    questions,
    region,
    version,
    blocks,
    shown,
    ...(withdrawn ? { withdrawn: { at: withdrawn.at, reason: withdrawn.reason } } : {}),
    corrections: corrections.map(({ at, reason, by }) => ({ at, reason, by: nameOf(by) })),
  }
}

const named = ({ uploadId, fileId, name }: AttachedFile) => ({ uploadId, fileId, name })

export function presentWrittenRow(
  doc: AnnouncementDoc,
  nameOf: (ref: string) => string,
): WrittenRow {
  const { _id, said, state, from, changedBy, changedAt, publishAt, publishedAt, must } = doc
  return {
    announcementId: _id,
    title: said.title,
    category: said.category,
    state,
    from,
    author: nameOf(changedBy),
    changedAt,
    ...(publishAt === undefined ? {} : { publishAt }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(must ? { must } : {}),
  }
}
