import { ask } from './ask'
import type { Permission, Reason } from './permission.model'
import { PRIVACY_TEXT as TEXT } from './privacy.text'

/** What a browser calls it; what it has no name for it does not remember. */
const BROWSERS_NAME: Partial<Record<Permission, string>> = {
  'scope.record': 'microphone',
  'scope.camera': 'camera',
  'scope.userLocation': 'geolocation',
}

/** As in WeChat: why, in our words, before the browser asks. False where it was refused for good. */
export async function withPermission(permission: Permission, reason: Reason): Promise<boolean> {
  const state = await stateOf(BROWSERS_NAME[permission])
  if (state === 'granted') return true
  if (state === 'denied') return false
  return ask({ ...reason, yes: TEXT.yes, no: TEXT.no })
}

async function stateOf(name: string | undefined): Promise<PermissionState> {
  // Browsers without the question, or without this name, ask when it is used.
  if (name === undefined || !('permissions' in navigator)) return 'prompt'
  return navigator.permissions.query({ name: name as PermissionName }).then(
    ({ state }) => state,
    () => 'prompt',
  )
}
