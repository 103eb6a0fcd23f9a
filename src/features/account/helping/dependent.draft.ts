import type { HelperRelation, HelpScope } from '../../../../types/contract/people'
import { useDraft } from '../../../lib/use-draft'
import { NOWHERE, type Where, whereFrom } from '../places/where.rules'

/** What is said so far of someone to be registered. */
export interface Dependent {
  name: string
  where: Where
  relation: HelperRelation | ''
  scope: HelpScope
  myName: string
}

const NOTHING: Dependent = {
  name: '',
  where: NOWHERE,
  relation: '',
  scope: 'everything',
  myName: '',
}

export const HELPER_RELATIONS: readonly HelperRelation[] = [
  ...(['son', 'daughter', 'spouse', 'grandchild', 'parent'] as const),
  ...(['relative', 'neighbour', 'other'] as const),
]
export const HELP_SCOPES: readonly HelpScope[] = ['everything', 'booking']

/** As the phone kept it. */
function dependentFrom(kept: unknown): Dependent {
  const given = (kept ?? {}) as Partial<Record<keyof Dependent, unknown>>
  const text = (key: keyof Dependent) => (typeof given[key] === 'string' ? given[key] : '')
  return {
    name: text('name'),
    where: whereFrom(given.where),
    relation: HELPER_RELATIONS.find((one) => one === given.relation) ?? '',
    scope: HELP_SCOPES.find((one) => one === given.scope) ?? 'everything',
    myName: text('myName'),
  }
}

/** Whom one looks after is one's own to say. */
export const useDependentDraft = () => useDraft('dependent', NOTHING, dependentFrom, { as: 'me' })
