import type { ToldToMany } from '../../shared/notices'
import type { AnnouncementDoc, TermsDoc } from '../announcement.docs'
import { textOf } from './body.rules'
import { termsOf } from '../finding/terms.rules'

/** What else says that an announcement is there: a notice for all of its readers, and the terms it is found by. */

/** What its readers are told, once it is published. */
export const noticeOf = (doc: AnnouncementDoc): ToldToMany => ({
  to: doc.keys,
  group: doc._id,
  region: doc.region,
  communityId: doc.communityId,
  at: doc.publishedAt ?? doc.changedAt,
  about: {
    kind: 'announced',
    announcementId: doc._id,
    title: doc.said.title,
    category: doc.said.category,
    must: doc.must?.do,
  },
})

/** What is searched: the title, and the body as it is read. */
export const searchedOf = ({ said }: Pick<AnnouncementDoc, 'said'>): string =>
  `${said.title}\n${textOf(said.blocks)}`

/** `initials`: of `searchedOf` (initials.ts). */
export const termsDocOf = (doc: AnnouncementDoc, initials: string): TermsDoc => ({
  _id: doc._id,
  region: doc.region,
  version: doc.version,
  terms: termsOf(searchedOf(doc), initials),
  initials,
  listKey: doc.listKey,
})
