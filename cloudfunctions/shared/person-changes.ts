import { _, collection, type Document } from './db'
import { describeError, log } from './log'

/** Features that keep something of a person, and so must follow what becomes of them. */
export type FollowingFeature = 'account' | 'announcement' | 'booking' | 'message'

/**
 * Something became of a person. The document is the intent: whoever records it goes on with its own part
 * at once, and the ticker finishes every part that a crash left, in `pending`, until none is.
 */
export interface PersonChange extends Document {
  /**
   * `ended`: left the community, or died. `merged`: the record goes into `into`. `erased`: asked for it.
   */
  kind: 'ended' | 'merged' | 'erased'
  residentId: string
  communityId: string
  /** Of `merged`: the record that stays. */
  into?: string
  /** Of `ended`. */
  reason?: 'movedOut' | 'death'
  /** Of `ended` by death: whether those who acted for the person are told. */
  tellHelpers?: boolean
  /** `ref` of the account that decided it. */
  by: string
  at: number
  pending: FollowingFeature[]
}

const changes = collection<PersonChange>('personChanges')

const ALL_FEATURES: readonly FollowingFeature[] = ['account', 'announcement', 'booking', 'message']

/** Records what became of somebody; the same id again changes nothing. */
export async function recordChange(change: Omit<PersonChange, 'pending'>): Promise<PersonChange> {
  const whole: PersonChange = { ...change, pending: [...ALL_FEATURES] }
  await changes.insert(whole)
  return (await changes.find(change._id)) ?? whole
}

export const findChange = (changeId: string): Promise<PersonChange | null> => changes.find(changeId)

/** One feature's part of a change is done. */
export const changeFollowed = (changeId: string, feature: FollowingFeature): Promise<boolean> =>
  changes.updateOne(changeId, {}, { pending: _.pull(feature) })

/** Changes looked at in one run of the ticker. */
const BATCH = 50

/**
 * Does a feature's part of every change that waits for it. `follow` must be safe to repeat; one that
 * fails, or answers `later`, waits for the next run without holding up the others.
 */
export async function followChanges(
  feature: FollowingFeature,
  follow: (change: PersonChange) => Promise<'later' | void>,
): Promise<number> {
  const waiting = await changes.list({
    where: { pending: feature },
    // In the order in which things happened: who was merged first, and left then, is followed so.
    orderBy: [['at', 'asc']],
    limit: BATCH,
  })
  let done = 0
  for (const change of waiting) {
    try {
      if ((await follow(change)) === 'later') continue
      await changeFollowed(change._id, feature)
      done++
    } catch (error) {
      log('error', 'change not followed', { id: change._id, feature, ...describeError(error) })
    }
  }
  return done
}
