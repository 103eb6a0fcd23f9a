import { bookingCare } from '../../../types/contract/booking-care'
import { refuse } from '../../shared/errors'
import { makeFile } from '../../shared/made-files'
import { handle } from '../../shared/serve'
import { readMonth } from './account.query'
import { sheetsOf } from './account-sheets.rules'
import { writeSheets } from './account-workbook'

export const downloadAccount = handle(
  bookingCare.downloadAccount,
  ({ actor, post, openid, tap, now }, { providerId, month }) => {
    const asked = { actor, post, now, providerId, month }
    return makeFile(
      { who: openid, ending: 'xlsx', tap, now, first: accountOf(asked) },
      async ({ provider, visits, names }) => {
        const about = { provider: provider.name, month, names: await names?.() }
        return writeSheets(sheetsOf(visits, about))
      },
    )
  },
)

async function accountOf(asked: Parameters<typeof readMonth>[0]) {
  const { provider, ...read } = await readMonth(asked)
  return provider ? { provider, ...read } : refuse('NOT_FOUND')
}
