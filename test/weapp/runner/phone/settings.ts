import type { Theme } from './program.ts'

/** What WeChat offers as text sizes (我 > 设置 > 通用 > 字体大小), and the pixels it reports. */
export const FONT_SIZES = {
  small: 15,
  normal: 17,
  large: 19,
  larger: 21,
  huge: 23,
  largest: 26,
} as const
export type FontSize = keyof typeof FONT_SIZES

/** What a person answers when WeChat asks: with `ask` the question is drawn and waits. */
export type Consent = 'ask' | 'accept' | 'reject'

/** A phone in somebody's hand. It comes in the address, `phone.html?phone=<JSON>`. */
export interface PhoneSettings {
  openid: string
  /** Where the program opens, e.g. `pages/service/index?serviceId=x`; its first page when left out. */
  route: string
  /** What is asked of the system when left out. */
  theme?: Theme
  fontSize: FontSize
  platform: 'android' | 'ios' | 'windows'
  /** Stored before the program starts, when the phone has nothing under that key. */
  storage: Record<string, unknown>
  offline: boolean
  /** Texts of the codes that scanCode reads, one after another; when none is left it is asked. */
  scans: string[]
  /** Answers to requestSubscribeMessage. */
  subscribe: Consent
  /** Has the person agreed to WeChat's privacy guideline? */
  privacy: Consent
  /** What authorize and the like answer: location, camera, microphone, album. */
  permissions: Consent
  /** `true` when the deployment has the WechatSI plugin. */
  speech: boolean
  /** What voice input understands. */
  heard: string
  phoneNumber: string
}

/** Where this browser keeps a person's value: apart from another person's. */
export const storedAt = (openid: string, key = ''): string => `weapp:${openid}:${key}`

const DEFAULTS: PhoneSettings = {
  openid: '',
  route: '',
  fontSize: 'normal',
  platform: 'android',
  storage: {},
  offline: false,
  scans: [],
  subscribe: 'ask',
  privacy: 'accept',
  permissions: 'accept',
  speech: true,
  heard: '您好',
  phoneNumber: '13800000000',
}

export function readSettings(search: string): PhoneSettings {
  const given = new URLSearchParams(search).get('phone')
  return { ...DEFAULTS, ...(given ? (JSON.parse(given) as Partial<PhoneSettings>) : {}) }
}
