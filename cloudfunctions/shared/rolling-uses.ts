import { _, collection } from './db'
import { openDiary } from './diary'
import type { Diary } from './diary.rules'

const diaries = collection<Diary>('diaries')

/**
 * Uses a step's code up for a purpose: once, and no older one after it (RFC 6238, section 5.2). It stands in the
 * person's diary, so that two who have seen the same code at once cannot both. The tap that used it may come again.
 * False when it was used.
 */
export async function useStep(
  { residentId, communityId }: { residentId: string; communityId: string },
  purpose: string,
  { step, tapId }: { step: number; tapId: string },
): Promise<boolean> {
  const used = `rolled.${purpose}`
  const use = () =>
    diaries.updateOne(
      residentId,
      { [`${used}.step`]: _.not(_.gte(step)) },
      { [used]: { step, tapId } },
    )
  if (await use()) return true
  const diary = await diaries.find(residentId)
  if (diary) {
    const last = diary.rolled?.[purpose]
    return last?.step === step && last.tapId === tapId
  }
  await openDiary(residentId, communityId)
  return use()
}
