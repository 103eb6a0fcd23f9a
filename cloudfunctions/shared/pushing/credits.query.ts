import { readCollection } from '../db'
import type { CreditsDoc } from '../pushes'

const credits = readCollection<CreditsDoc>('credits')

/** What is counted of one account. */
export const findCredits = (accountId: string): Promise<CreditsDoc | null> =>
  credits.find(accountId)
