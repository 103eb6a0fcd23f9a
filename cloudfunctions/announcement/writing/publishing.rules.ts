import type { Must } from '../../../types/contract/announcement-content'
import { FIELD_TEXT } from '../../../types/contract/fields.text'
import { LIMITS } from '../../../types/contract/limits'
import type { GivenRole } from '../../../types/contract/role'
import { listKeyOf } from '../../shared/list-key.rules'
import { pathsTo, roleKey } from '../../shared/reader-keys.rules'
import { HOUR } from '../../shared/time'
import type { AnnouncementDoc, Work } from '../announcement.docs'
import { isResolved } from '../audience/audience.rules'
import { isOver } from '../reading.rules'
import { textOf } from './body.rules'

/** What an announcement needs to be published, and what it is then. */

type Unpublished = Pick<AnnouncementDoc, 'said' | 'audience' | 'must' | 'expiresAt' | 'pinnedUntil'>

/** Sentences by the field of the plan that must be mended before it can be published at that moment. */
export function missingAt(
  { said, must, expiresAt = Infinity, pinnedUntil = Infinity }: Unpublished,
  at: number,
): Record<string, string> {
  const faults: Record<string, string> = { ...missingIn(said) }
  const { choices = [] } = must ?? {}
  if (must?.do === 'choose' && choices.length < 2) faults.choices = FIELD_TEXT.twoChoices
  if (new Set(choices).size < choices.length) faults.choices = FIELD_TEXT.sameChoices
  const fields = Object.entries(faults).map(([field, text]) =>
    field === 'choices' ? ['plan.must.choices', text] : [`plan.content.${field}`, text],
  )
  if (expiresAt <= at) fields.push(['plan.expiresAt', FIELD_TEXT.chooseLater])
  if (pinnedUntil <= at) fields.push(['plan.pinnedUntil', FIELD_TEXT.chooseLater])
  return Object.fromEntries(fields) as Record<string, string>
}

/** The same for what it says, by the field of the content. */
export function missingIn(said: AnnouncementDoc['said']): Record<string, string> {
  const { title, blocks, category, accounts } = said
  const lines = (accounts?.income.length ?? 0) + (accounts?.spending.length ?? 0)
  return {
    ...(title === '' ? { title: FIELD_TEXT.writeTitle } : {}),
    ...(textOf(blocks).trim() === '' ? { body: FIELD_TEXT.writeBody } : {}),
    ...(category === 'finance' && lines === 0 ? { accounts: FIELD_TEXT.noAccounts } : {}),
  }
}

/**
 * What readers must do once it is published. An emergency is always to be read, since whoever WeChat lets us send
 * nothing to would otherwise neither hear of it nor be called.
 */
export const mustAsked = ({
  must,
  said,
}: Pick<AnnouncementDoc, 'must' | 'said'>): Must | undefined =>
  must ??
  (said.category === 'emergency'
    ? { do: 'read', callAfterHours: LIMITS.emergencyCallHours }
    : undefined)

/**
 * What is left for the ticker once it is over or was taken back: to keep from phones what still waits for them. Only
 * what must be read goes there.
 */
export const workAfter = ({ must }: Pick<AnnouncementDoc, 'must'>, now: number) =>
  must ? { work: { at: now, left: [] } } : {}

/** What becomes of a draft or a scheduled one that is published at that moment, for readers with these keys. */
export function publishedAs(
  { _id, said, audience, ...doc }: Pick<AnnouncementDoc, '_id' | 'said' | 'audience' | 'must'>,
  keys: readonly string[],
  at: number,
) {
  const must = mustAsked({ ...doc, said })
  const left: Work['left'] = [
    ...(isResolved(audience) ? (['list'] as const) : []),
    ...(must ? (['people', 'pushes'] as const) : []),
  ]
  return {
    state: 'published' as const,
    keys: [...keys],
    public: audience.public,
    publishedAt: at,
    listKey: listKeyOf(at, _id),
    changedAt: at,
    deskKey: listKeyOf(at, _id),
    ...(must ? { must, callFrom: at + must.callAfterHours * HOUR } : {}),
    ...(left.length > 0 ? { work: { at, left } } : {}),
  }
}

type Corrected = Pick<
  AnnouncementDoc,
  '_id' | 'state' | 'expiresAt' | 'must' | 'work' | 'corrections'
>

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)]

/**
 * What becomes of one that is corrected. `again`: who had read it is to read it again, so that it stands first in
 * lists, its receipts are made anew, and phones are told; else what still waits for phones gets its new words. An
 * emergency is always to be read again, but for one that is over.
 */
export function correctedAs(
  doc: Corrected,
  said: AnnouncementDoc['said'],
  { again, ...correction }: { at: number; reason: string; by: string; again: boolean },
): { set: Partial<AnnouncementDoc>; unset?: (keyof AnnouncementDoc)[] } {
  const { _id, corrections, work } = doc
  const { at } = correction
  const must = mustAsked({ ...doc, said })
  const left = [...(work?.left ?? []), ...(must ? (['tidy'] as const) : [])]
  if (isOver(doc, at) || !(again || said.category === 'emergency')) {
    const cursor = work?.cursor ? { cursor: work.cursor } : {}
    return {
      set: {
        said,
        corrections: [...corrections, correction],
        ...(left.length > 0 ? { work: { at, left: unique(left), ...cursor } } : {}),
      },
    }
  }
  const anew: Work['left'] = unique([...left, ...(must ? (['people', 'pushes'] as const) : [])])
  return {
    set: {
      said,
      corrections: [...corrections, { ...correction, again: true }],
      listKey: listKeyOf(at, _id),
      ...(must ? { must, callFrom: at + must.callAfterHours * HOUR } : {}),
      ...(anew.length > 0 ? { work: { at, left: anew } } : {}),
    },
    unset: ['callsTold'],
  }
}

/**
 * On whose lists at the desk an announcement stands: of all places that its own lies in; and, where a property
 * manager wrote it, on those of property managers there, who see no others.
 */
export const desksOf = (region: string, role: GivenRole): string[] =>
  pathsTo(region).flatMap((path) =>
    role === 'propertyManager' ? [path, roleKey(role, path)] : [path],
  )
