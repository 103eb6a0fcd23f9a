import Taro from '@tarojs/taro'

/** What begins the key of everything a person is still writing on this phone. */
export const DRAFTS = 'linli.draft.'

/** What begins the name of a draft that is about somebody else. */
const about = (residentId: string) => `for.${residentId}.`

/** A draft's name: one of its own for each person it can be written for. */
export const draftName = (name: string, residentId: string | undefined): string =>
  residentId === undefined ? name : about(residentId) + name

/** What was being written under a name, also before the program was last closed. */
export function readDraft(name: string): unknown {
  try {
    return Taro.getStorageSync<unknown>(DRAFTS + name)
  } catch {
    return undefined
  }
}

/** Keeps what is being written, or drops it when there is none. A full phone costs the draft, not the screen. */
export function writeDraft(name: string, draft: object | undefined): void {
  try {
    if (draft) Taro.setStorageSync(DRAFTS + name, draft)
    else Taro.removeStorageSync(DRAFTS + name)
  } catch {
    // The screen still holds it.
  }
}

/** Drops all that was being written about somebody. */
export function dropDrafts(residentId: string): void {
  try {
    for (const key of Taro.getStorageInfoSync().keys) {
      if (key.startsWith(DRAFTS + about(residentId))) Taro.removeStorageSync(key)
    }
  } catch {
    // Nothing more can be done on a phone whose storage fails.
  }
}

/** Drops all that was being written on this phone. */
export function forgetAllDrafts(): void {
  try {
    for (const key of Taro.getStorageInfoSync().keys) {
      if (key.startsWith(DRAFTS)) Taro.removeStorageSync(key)
    }
  } catch {
    // Nothing more can be done on a phone whose storage fails.
  }
}
