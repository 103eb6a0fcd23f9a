import type { Helping } from '../../../../types/contract/account-helping'
import { dayOf, formatDate } from '../../../lib/time.format'
import { HELPING_TEXT } from './helping.text'

/** The page as it is heard: who asks first, since that is what must not be missed. */
export function spokenHelping({ asking, dependents, helpers }: Helping, now: number): string {
  const { relation, scope } = HELPING_TEXT
  return [
    ...asking
      .filter(({ state }) => state === 'waiting')
      .map((one) =>
        [
          HELPING_TEXT.asking.title,
          HELPING_TEXT.asking.who(one.name, relation[one.relation]),
          HELPING_TEXT.asking.warn,
        ].join('。'),
      ),
    ...(dependents.length > 0 ? [HELPING_TEXT.dependents.title] : []),
    ...dependents.map(({ name }) => name),
    HELPING_TEXT.helpers.title,
    ...(helpers.length === 0 ? [HELPING_TEXT.helpers.nobody] : []),
    ...helpers.map(
      (one) =>
        `${one.name}，${HELPING_TEXT.helpers.fact(relation[one.relation], scope[one.scope], formatDate(dayOf(one.since), now))}`,
    ),
  ].join('。')
}
