import Taro from '@tarojs/taro'
import { DRAFTS } from '../../../lib/drafts'
import type { Seed } from './rolling'

/** Kept on the phone, so that the code shows without a network: the day's seed, and how wrong the phone's clock is. It goes
 * with what is being written, whenever somebody leaves this phone. */
const KEY = `${DRAFTS}my-code`

export interface KeptSeeds {
  seeds: readonly Seed[]
  /** The cloud's time less the phone's, in ms. */
  offset: number
}

export function readSeeds(): KeptSeeds | undefined {
  try {
    const kept = Taro.getStorageSync<Partial<KeptSeeds>>(KEY)
    return Array.isArray(kept.seeds) && typeof kept.offset === 'number'
      ? { seeds: kept.seeds, offset: kept.offset }
      : undefined
  } catch {
    return undefined
  }
}

/** A full phone costs the code without a network, not the screen. */
export function keepSeeds(kept: KeptSeeds): void {
  try {
    Taro.setStorageSync(KEY, kept)
  } catch {
    // It is asked for again.
  }
}
