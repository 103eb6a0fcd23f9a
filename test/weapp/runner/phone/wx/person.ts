import { ask } from '../overlay/ask.ts'
import { lookAt } from '../overlay/look-at.ts'
import { el } from '../overlay/layer.ts'
import { notice } from '../overlay/notice.ts'
import { pickFile } from '../overlay/pick-file.ts'
import { readCode } from '../read-code.ts'
import { phone } from '../state.ts'
import { api, ApiFailed, type Options } from './api.ts'
import { toCloud } from './http.ts'
import { allowed } from './permissions.ts'
import { needPrivacy } from './privacy.ts'

async function scanCode(): Promise<Options> {
  await needPrivacy('scanCode')
  const text = phone.settings.scans.shift() ?? (await askForCode())
  // A mini-program code carries the page it opens; WeChat gives it as `path`.
  const isPage = /^pages\/.+\?scene=/.test(text)
  return {
    result: text,
    scanType: isPage ? 'WX_CODE' : 'QR_CODE',
    charSet: 'UTF-8',
    rawData: btoa(String.fromCharCode(...new TextEncoder().encode(text))),
    ...(isPage ? { path: text } : {}),
  }
}

async function askForCode(): Promise<string> {
  const picked = await pickFile({
    title: '扫一扫：选一张、粘贴一张二维码图片',
    accept: 'image/*',
    orText: '或者写下码里的文字',
  })
  if (typeof picked === 'string' && picked) return picked
  if (!Array.isArray(picked) || !picked[0]) throw new ApiFailed('cancel')
  const text = await readCode(picked[0])
  if (text !== undefined) return text
  notice('没有找到二维码', { icon: 'error' })
  throw new ApiFailed('no code on the picture')
}

type Answer = 'accept' | 'reject' | 'ban' | 'filter'

/** Asks for each template, and lets the local cloud know, so that a send can succeed or be refused. */
async function requestSubscribeMessage({ tmplIds }: Options): Promise<Options> {
  const ids = tmplIds as string[]
  if (ids.length > 3) throw new ApiFailed('Templates count out of max bounds', { errCode: 20003 })
  const { subscribe } = phone.settings
  const accept =
    subscribe === 'ask'
      ? (
          await ask({
            title: '邻里 申请发送一次以下消息',
            content: ids.join('\n'),
            confirm: '允许',
            cancel: '取消',
          })
        ).yes
      : subscribe === 'accept'
  const { openid } = phone.settings
  for (const templateId of ids) await toCloud('/subscriptions', { openid, templateId, accept })
  const answer: Answer = accept ? 'accept' : 'reject'
  return Object.fromEntries(ids.map((id) => [id, answer]))
}

/** What the number button gives: a code that the cloud can change into the number once. */
export async function makePhoneCode(): Promise<Options> {
  await needPrivacy('button.getPhoneNumber')
  const { openid, phoneNumber, permissions } = phone.settings
  const yes =
    permissions === 'ask'
      ? (
          await ask({
            title: '邻里 申请获取你的手机号',
            content: phoneNumber,
            confirm: '允许',
            cancel: '不允许',
          })
        ).yes
      : permissions === 'accept'
  if (!yes) return { errMsg: 'getPhoneNumber:fail user deny', errno: 103 }
  const { code } = (await toCloud('/phone-codes', { openid, phoneNumber })) as { code: string }
  return { errMsg: 'getPhoneNumber:ok', code }
}

export const person = {
  login: api('login', () => ({ code: `code-${phone.settings.openid}` })),
  checkSession: api('checkSession', () => undefined),
  getUserProfile: api('getUserProfile', () => {
    throw new ApiFailed('can only be used in old programs')
  }),
  scanCode: api('scanCode', scanCode),
  requestSubscribeMessage: api('requestSubscribeMessage', requestSubscribeMessage),
  makePhoneCall: api('makePhoneCall', async ({ phoneNumber }) => {
    lookAt('拨打电话', el('p', 'look__big', String(phoneNumber)), '挂断')
  }),
  addPhoneCalendar: api('addPhoneCalendar', async ({ title, startTime }) => {
    await allowed('scope.addPhoneCalendar', '添加日历日程')
    if (Number(startTime) > 1e11) throw new ApiFailed('startTime is in seconds')
    notice(`已加到日历：${String(title)}`)
  }),
  addPhoneContact: api('addPhoneContact', ({ firstName }) =>
    notice(`已加到通讯录：${String(firstName)}`),
  ),
}
