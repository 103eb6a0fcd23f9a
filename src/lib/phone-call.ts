import Taro from '@tarojs/taro'

/** Calls a number by the phone's own dialogue. */
export function callPhone(number: string): void {
  // Whoever changes their mind in that dialogue "fails" the call; nothing is wrong then.
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
}
