import { bookingCare } from '../../../types/contract/booking-care'
import { refuse } from '../../shared/errors'
import { makeFile } from '../../shared/made-files'
import { handle } from '../../shared/serve'
import { readMonth } from './account.query'
import { sheetsOf } from './account-sheets.rules'
import { writeSheets } from './account-workbook'

export const downloadAccount = handle(
  bookingCare.downloadAccount,
  async ({ actor, post, openid, tap, now }, { providerId, month }) => {
    const read = await readMonth({ actor, post, now, providerId, month })
    const { provider, visits, names } = read
    if (!provider) return refuse('NOT_FOUND')
    return makeFile({ who: openid, ending: 'xlsx', tap, now }, () =>
      writeSheets(sheetsOf(visits, { provider: provider.name, month, names })),
    )
  },
)
