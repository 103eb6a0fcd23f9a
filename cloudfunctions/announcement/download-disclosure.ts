import { announcement } from '../../types/contract/announcement'
import { refuse } from '../shared/errors'
import { makeFile } from '../shared/made-files'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { writeAccounts } from './disclosure/accounts-workbook'
import { findAnnouncement, listFormers } from './announcement.query'
import { sheetsOf } from './disclosure/disclosure.rules'
import { readerOf } from './reader.query'
import { decideReading } from './reading.rules'

/** NOT_FOUND also where it has no accounts: then there is nothing to take away. */
export const downloadDisclosure = handle(
  announcement.downloadDisclosure,
  async (call, { announcementId }) => {
    const { actor, openid, tap, now } = call
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
    if (sheets.length === 0) return refuse('NOT_FOUND')
    return makeFile({ who: openid, ending: 'xlsx', tap, now }, () => writeAccounts(sheets))
  },
)
