import { useMemo } from 'react'
import type { Offered } from '../../../../types/contract/booking-catalogue'
import { useDraft } from '../../../lib/use-draft'
import { emptyService, keptFrom, planOf, type ServiceDraft, typedOf } from './service.draft'

/**
 * A service as it stands in its form. What is typed is kept on the phone until the cloud has it; where nothing is
 * typed, what the cloud has is shown. `stale`: somebody else has changed it since.
 */
export function useServiceDraft(offered: Offered | undefined, providerId: string) {
  const initial = useMemo(
    () => (offered ? typedOf(offered) : emptyService(providerId)),
    [offered, providerId],
  )
  const name = `keep.service.${offered?.serviceId ?? 'new'}`
  const { draft, latest, change, drop } = useDraft(
    name,
    initial,
    (kept) => keptFrom(kept, initial),
    { as: 'me' },
  )
  const shown = draft.typed ? draft : initial
  const type = (part: Partial<ServiceDraft>) =>
    change((now) => ({ ...(now.typed ? now : initial), ...part, typed: true }))
  return {
    shown,
    type,
    drop,
    /** What is sent: as it is at this moment. */
    toSend: () => {
      const now = latest().typed ? latest() : initial
      return { version: now.version, plan: planOf(now) }
    },
    stale: draft.typed && draft.version !== initial.version,
    takeMine: () => change((now) => ({ ...now, version: initial.version })),
  }
}
