import Taro from '@tarojs/taro'

/** Opens the phone's own dialogue with a number. Whoever changes their mind there "fails" it; nothing is wrong then. */
export function callNumber(phoneNumber: string): void {
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}
