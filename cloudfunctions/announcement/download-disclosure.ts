import { announcement } from '../../types/contract/announcement'
import { refuse } from '../shared/errors'
import { makeFile } from '../shared/made-files'
import { type CommandCall, handle } from '../shared/serve'
import { together } from '../shared/together'
import { writeAccounts } from './disclosure/accounts-workbook'
import { findAnnouncement, listFormers } from './announcement.query'
import { sheetsOf } from './disclosure/disclosure.rules'
import { readerOf } from './reader.query'
import { decideReading } from './reading.rules'

/** NOT_FOUND also where it has no accounts: then there is nothing to take away. */
export const downloadDisclosure = handle(
  announcement.downloadDisclosure,
  (call, { announcementId }) => {
    const { openid, tap, now } = call
    const made = { who: openid, ending: 'xlsx', tap, now, first: sheetsFor(call, announcementId) }
    return makeFile(made, writeAccounts)
  },
)

/** What is written of it, where the caller may read it. */
async function sheetsFor(call: CommandCall<'member'>, announcementId: string) {
  const { actor, now } = call
  const [doc, { keys }, formers] = await together([
    findAnnouncement(announcementId),
    readerOf(call),
    listFormers(announcementId),
  ])
  const how = decideReading(doc, { keys, roles: actor.roles, now })
  if (!doc || how === 'hidden') return refuse('NOT_FOUND')
  if (how === 'others') return refuse('NOT_ADDRESSED')
  if (how === 'withdrawn') return refuse('WITHDRAWN')
  const sheets = sheetsOf(doc, formers)
  return sheets.length > 0 ? sheets : refuse('NOT_FOUND')
}
