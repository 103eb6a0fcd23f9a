import { ask } from '../overlay/ask.ts'
import { phone } from '../state.ts'
import { api, ApiFailed } from './api.ts'

const answers = new Map<string, boolean>()

/** Asks once for a permission, as WeChat does, and refuses from then on if it was refused. */
export async function allowed(scope: string, what: string): Promise<void> {
  const known = answers.get(scope)
  const { permissions } = phone.settings
  const yes =
    known ??
    (permissions === 'ask'
      ? (await ask({ title: '邻里 申请', content: what, confirm: '允许', cancel: '拒绝' })).yes
      : permissions === 'accept')
  answers.set(scope, yes)
  if (!yes) throw new ApiFailed('auth deny')
}

const authSetting = () => Object.fromEntries(answers)

export const permissions = {
  authorize: api('authorize', ({ scope }) => allowed(String(scope), `使用${String(scope)}`)),
  getSetting: api('getSetting', () => ({
    authSetting: authSetting(),
    subscriptionsSetting: { mainSwitch: true },
  })),
  openSetting: api('openSetting', async () => {
    const { yes } = await ask({
      title: '设置',
      content: [...answers].map(([scope, on]) => `${scope}：${on ? '开' : '关'}`).join('\n'),
      confirm: '全部允许',
      cancel: '返回',
    })
    if (yes) for (const scope of answers.keys()) answers.set(scope, true)
    return { authSetting: authSetting() }
  }),
  getLocation: api('getLocation', async () => {
    await allowed('scope.userLocation', '你的位置信息')
    return { latitude: 31.2304, longitude: 121.4737, accuracy: 30, speed: 0 }
  }),
}
