import { account } from '../../types/contract/account'
import { makeFile } from '../shared/made-files'
import { readPerson } from '../shared/personal-read'
import { handle } from '../shared/serve'
import { dayOf } from '../shared/time'
import { together } from '../shared/together'
import { namesByRef } from './accounts.query'
import { fillSheets, namedIn } from './my-data/sheets.rules'
import { fileNameOf } from './my-data/sheets.text'
import { writeWorkbook } from './my-data/workbook'
import { personOf } from './person.query'
import { placeTitles } from './roles.query'

/** Everything about the caller in one workbook, and an address at which it is fetched at once. */
export const exportMyData = handle(account.exportMyData, async ({ actor, openid, tap, now }) => {
  const made = { who: openid, ending: 'xlsx', tap, now, first: personOf(actor) }
  const file = await makeFile(made, async (person) => {
    const found = await readPerson(person)
    const { regions, refs } = namedIn(found)
    const [places, accounts] = await together([placeTitles(regions), namesByRef(refs)])
    const residentIds = person.records.map(({ residentId }) => residentId)
    return writeWorkbook(fillSheets(found, { places, accounts, residentIds }))
  })
  return { ...file, fileName: fileNameOf(dayOf(tap.at)) }
})
