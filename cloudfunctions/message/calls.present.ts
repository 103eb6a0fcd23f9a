import type { PersonToCall } from '../../types/contract/message-calls'
import type { CallDoc } from '../shared/to-call'
import { together } from '../shared/together'
import { noticesOf } from './calls.query'
import { peopleOf } from './people.query'

/** Whom staff call, and about what; without those of whom there is nothing to say any more. */
export async function presentCalls(rows: readonly CallDoc[]): Promise<PersonToCall[]> {
  const [people, told] = await together([
    peopleOf(
      rows.map(({ residentId }) => residentId),
      rows.flatMap(({ call }) => (call ? [call.by] : [])),
    ),
    noticesOf(rows),
  ])
  return rows.flatMap(({ _id, residentId, noticeId, since, call }) => {
    const notice = told.get(noticeId)
    if (!notice) return []
    return [
      {
        callId: _id,
        residentId,
        ...people.resident(residentId),
        about: notice.about,
        since,
        ...(call ? { call: { ...call, by: people.worker(call.by) } } : {}),
      },
    ]
  })
}
