import { type Document, readCollection } from '../shared/db'

interface Reached extends Document {
  accountId?: string
}

const residents = readCollection<Reached>('residents')

/** The account (openid) of a resident, alive or not. */
export const accountEver = async (residentId: string): Promise<string | undefined> =>
  (await residents.find(residentId))?.accountId
