import type { HomeRelation } from '../../../../types/contract/people'
import { useDraft } from '../../../lib/use-draft'
import { NOWHERE, type Where, whereFrom } from '../places/where.rules'

/** What somebody who joins has said so far. */
export interface Joining {
  where: Where
  name: string
  relation: HomeRelation | ''
  letters: string
  phone: string
}

const NOTHING: Joining = { where: NOWHERE, name: '', relation: '', letters: '', phone: '' }

export const HOME_RELATIONS: readonly HomeRelation[] = ['owner', 'tenant', 'family', 'other']

/** As the phone kept it. */
function joiningFrom(kept: unknown): Joining {
  const given = (kept ?? {}) as Partial<Record<keyof Joining, unknown>>
  const text = (key: keyof Joining) => (typeof given[key] === 'string' ? given[key] : '')
  return {
    where: whereFrom(given.where),
    name: text('name'),
    relation: HOME_RELATIONS.find((one) => one === given.relation) ?? '',
    letters: text('letters'),
    phone: text('phone'),
  }
}

/** Joining is always one's own. */
export const useJoining = () => useDraft('join', NOTHING, joiningFrom, { as: 'me' })
