import Taro from '@tarojs/taro'
import { ask } from './ask'
import type { Permission, Reason } from './permission.model'
import { PRIVACY_TEXT as TEXT } from './privacy.text'

/**
 * Asks for a permission at the tap that needs it: first why, in our words, then WeChat's own question.
 * Whoever refused before is led to the settings, since WeChat asks only once. False leaves the screen
 * as it is: it must work without.
 */
export async function withPermission(permission: Permission, reason: Reason): Promise<boolean> {
  const setting = await settingOf(permission)
  if (setting === true) return true
  if (setting === false) return inSettings(permission, reason)
  if (!(await ask({ ...reason, yes: TEXT.yes, no: TEXT.no }))) return false
  return Taro.authorize({ scope: permission }).then(
    () => true,
    () => false,
  )
}

async function inSettings(permission: Permission, { title, say }: Reason): Promise<boolean> {
  const again = { title, say: `${say}${TEXT.refusedBefore}`, yes: TEXT.toSettings, no: TEXT.no }
  if (!(await ask(again))) return false
  return Taro.openSetting().then(
    ({ authSetting }) => isGranted(authSetting, permission) === true,
    () => false,
  )
}

/** Whether it was granted; undefined while it was never asked for. */
const settingOf = (permission: Permission): Promise<boolean | undefined> =>
  Taro.getSetting().then(
    ({ authSetting }) => isGranted(authSetting, permission),
    () => undefined,
  )

/** Taro's types do not know every permission that WeChat has. */
const isGranted = (settings: object, permission: Permission): boolean | undefined =>
  (settings as Partial<Record<Permission, boolean>>)[permission]
