import type { Helping, HelpRequest } from '../../../../types/contract/account-helping'
import { dayOf, formatDate } from '../../../lib/time.format'
import { HELPING_TEXT } from './helping.text'

/** By their own words, which may be a stranger's. */
export const whoAsks = ({ name, relation }: Pick<HelpRequest, 'name' | 'relation'>): string =>
  relation === 'other'
    ? HELPING_TEXT.asking.whoOther(name)
    : HELPING_TEXT.asking.who(name, HELPING_TEXT.relation[relation])

/** The page as it is heard: who asks first, since that is what must not be missed. */
export function spokenHelping({ asking, dependents, helpers }: Helping, now: number): string {
  const { relation, scope } = HELPING_TEXT
  return [
    ...asking
      .filter(({ state }) => state === 'waiting')
      .map((one) => [HELPING_TEXT.asking.title, whoAsks(one), HELPING_TEXT.asking.warn].join('。')),
    ...(dependents.length > 0 ? [HELPING_TEXT.dependents.title] : []),
    ...dependents.map(({ name }) => name),
    ...(helpers.length === 0 ? [HELPING_TEXT.helpers.nobody] : [HELPING_TEXT.helpers.title]),
    ...helpers.map(
      (one) =>
        `${one.name}，${HELPING_TEXT.helpers.fact(relation[one.relation], scope[one.scope], formatDate(dayOf(one.since), now))}`,
    ),
  ].join('。')
}
