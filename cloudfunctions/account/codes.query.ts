import { EVERYWHERE } from '../shared/access.rules'
import { _, readCollection } from '../shared/db'
import { keyRing } from '../shared/keys'
import { openField, sealingOf } from '../shared/sealed-fields'
import type { CodeDoc } from './account.docs'
import { joinLetters } from './letters'

const codes = readCollection<CodeDoc>('codes')
const CODES = sealingOf('codes')

/** The letters that prove a code, for whoever made it. */
export async function lettersOf(code: CodeDoc): Promise<{ proving: string; token: string }> {
  const proving = openField(await keyRing(), CODES, code, 'secret') ?? ''
  return { proving, token: joinLetters(code._id, proving) }
}

/** The invitations to roles in a region and below that are open. */
export const listInvitations = (region: string, now: number): Promise<CodeDoc[]> =>
  codes.list({
    where: {
      kind: 'invitation',
      ...(region === EVERYWHERE ? {} : { region: _.and(_.gte(region), _.lt(`${region}0`)) }),
      usedBy: _.exists(false),
      endedAt: _.exists(false),
      expiresAt: _.gt(now),
    },
    limit: 200,
  })
