import * as v from 'valibot'
import { work } from './booking-access'
import { figures } from './booking-visits'
import { id } from './fields'
import { FIELD_TEXT } from './fields.text'
import { operation } from './operation'

const month = v.pipe(
  v.string(FIELD_TEXT.chooseDay),
  v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, FIELD_TEXT.dayForm),
)

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5)) -
  Number(from.slice(5))

/** How services are used (使用情况). */
export const bookingUse = {
  /** How services were used from one month to another, at most twelve; groups of fewer than five are hidden. */
  useFigures: operation({
    kind: 'query',
    access: work,
    input: v.pipe(
      v.object({ fromMonth: month, toMonth: month, serviceId: v.optional(id) }),
      v.forward(
        v.partialCheck(
          [['fromMonth'], ['toMonth']],
          ({ fromMonth, toMonth }) => toMonth >= fromMonth,
          FIELD_TEXT.dayOrder,
        ),
        ['toMonth'],
      ),
      v.forward(
        v.partialCheck(
          [['fromMonth'], ['toMonth']],
          ({ fromMonth, toMonth }) => monthsBetween(fromMonth, toMonth) < 12,
          FIELD_TEXT.rangeTooLong,
        ),
        ['toMonth'],
      ),
    ),
    output: figures,
    errors: [],
  }),
}
