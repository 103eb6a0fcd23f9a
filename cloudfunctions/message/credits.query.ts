import type { OfferedTemplate } from '../../types/contract/message-inbox'
import { readCollection } from '../shared/db'
import type { CreditsDoc } from '../shared/pushes'
import { templates } from '../shared/templates'

const credits = readCollection<CreditsDoc>('credits')

/** The templates for which the phone may ask, and what is left of each. Costs nothing where there are none. */
export async function offeredTemplates(accountId: string): Promise<OfferedTemplate[]> {
  const known = [...templates()]
  if (known.length === 0) return []
  const left = (await credits.find(accountId))?.left ?? {}
  return known.map(([name, { id, kind }]) => ({
    name,
    templateId: id,
    kind,
    left: left[name] ?? 0,
  }))
}
