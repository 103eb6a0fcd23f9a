import { useCallback, useEffect, useMemo } from 'react'
import type { Written } from '../../../../../types/contract/announcement-desk'
import { draftName, writeDraft } from '../../../../lib/drafts'
import { useDraft } from '../../../../lib/use-draft'
import { type Kept, keptFrom } from './kept-draft'
import { emptyPlan, planDraftOf, type PlanDraft } from './plan.draft'

const nameOf = (region: string, announcementId: string) =>
  `announcement.${region}.${announcementId || 'new'}`

const isSame = (one: PlanDraft, other: PlanDraft) => JSON.stringify(one) === JSON.stringify(other)

interface WrittenDraft {
  region: string
  /** As the cloud has it; nothing for a new one. */
  written: Written | undefined
  /** The year, for accounts. */
  year: string
  /** What the places and people chosen on this screen are called, by region and id. */
  names: Map<string, string>
}

/**
 * What is being typed of one announcement, on this phone until the cloud has it. Another's changes are taken
 * over where nothing was typed here; else `stale` says that somebody has to choose.
 */
export function useWrittenDraft({ region, written, year, names }: WrittenDraft) {
  const known = useMemo<Kept>(
    () => ({
      version: written?.version ?? 0,
      plan: written ? named(planDraftOf(written, year), names) : emptyPlan(year),
      unsaved: false,
    }),
    [written, year, names],
  )
  const name = nameOf(region, written?.announcementId ?? '')
  const { draft, latest, change, drop } = useDraft(
    name,
    known,
    useCallback((kept: unknown) => keptFrom(kept, known), [known]),
    { as: 'me' },
  )
  const behind = draft.version < known.version
  useEffect(() => {
    if (behind && !draft.unsaved) change(() => known)
  }, [behind, draft.unsaved, change, known])

  const type = useCallback(
    (part: (plan: PlanDraft) => Partial<PlanDraft>) =>
      change((now) => {
        const plan = { ...now.plan, ...part(now.plan) }
        for (const { region: place, name: called } of plan.places)
          if (called) names.set(place, called)
        for (const { residentId, name: called } of plan.people) {
          if (called) names.set(residentId, called)
        }
        return { ...now, plan, unsaved: true }
      }),
    [change, names],
  )
  /** The cloud has what was `sent`; what was typed since stays to be sent. */
  const keepReply = (reply: Written, sent: PlanDraft) => {
    const typedOn = !isSame(latest().plan, sent)
    const plan = typedOn ? latest().plan : named(planDraftOf(reply, year), names)
    const next: Kept = { version: reply.version, plan, unsaved: typedOn }
    if (written) return change(() => next)
    // From here on it has a name of its own.
    if (typedOn) writeDraft(draftName(nameOf(region, reply.announcementId), undefined), next)
    drop()
  }
  const takeMine = () => change((now) => ({ ...now, version: known.version }))
  const takeTheirs = () => change(() => known)
  const stale = behind && draft.unsaved
  return { ...draft, latest, type, keepReply, takeMine, takeTheirs, stale }
}

/** The cloud keeps ids: what they are called is known from when they were chosen. */
const named = (plan: PlanDraft, names: ReadonlyMap<string, string>): PlanDraft => ({
  ...plan,
  places: plan.places.map((one) => ({ ...one, name: names.get(one.region) ?? one.name })),
  people: plan.people.map((one) => ({ ...one, name: names.get(one.residentId) ?? one.name })),
})
