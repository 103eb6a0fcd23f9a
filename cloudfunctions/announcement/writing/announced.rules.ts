import type { ToldToMany } from '../../shared/notices'
import type { AnnouncementDoc, TermsDoc } from '../announcement.docs'
import { roundOf, seenIdOf, sinceOf } from '../rounds.rules'
import { textOf } from './body.rules'
import { termsOf } from '../finding/terms.rules'

/** What else says that an announcement is there: a notice for all of its readers, and the terms it is found by. */

/** What its readers are told, once it is published. */
export const noticeOf = (doc: AnnouncementDoc): ToldToMany => ({
  to: doc.keys,
  group: seenIdOf(doc),
  region: doc.region,
  communityId: doc.communityId,
  at: sinceOf(doc),
  about: {
    kind: 'announced',
    announcementId: doc._id,
    title: doc.said.title,
    category: doc.said.category,
    must: doc.must?.do,
    ...(roundOf(doc) > 0 ? { corrected: true } : {}),
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
