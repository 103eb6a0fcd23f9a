import type { OfferedTemplate } from '../../types/contract/message-inbox'
import { findCredits } from '../shared/pushing/credits.query'
import { templates } from '../shared/templates'

/** The templates for which the phone may ask, and what is left of each. Costs nothing where there are none. */
export async function offeredTemplates(accountId: string): Promise<OfferedTemplate[]> {
  const known = [...templates()]
  if (known.length === 0) return []
  const left = (await findCredits(accountId))?.left ?? {}
  return known.map(([name, { id, kind }]) => ({
    name,
    templateId: id,
    kind,
    left: left[name] ?? 0,
  }))
}
