import { booking } from '../../../types/contract/booking'
import { refuse } from '../../shared/errors'
import { handle } from '../../shared/serve'
import { changeVisit } from './change-visit'
import { decideUndo } from './marks.rules'

export const undoMark = handle(booking.undoMark, (call, which) =>
  changeVisit(call, which, ({ row }) => {
    const refusal = decideUndo(row, call.now)
    if (refusal) return refuse(refusal)
    return { change: { day: null, paid: null, absentAt: null, figuresAt: call.now } }
  }),
)
