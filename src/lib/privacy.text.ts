/** What is asked before the phone gives something personal, and why. */
export const PRIVACY_TEXT = {
  wechat: {
    title: '先说明白，再使用',
    say: '这一步要用到您手机里的信息，只用来办您正在办的事，不卖，不做广告。不同意也可以接着用别的功能。',
    yes: '同意',
    no: '拒绝',
  },
  readOurs: '看我们的隐私保护指引',
  readWeChats: '看微信里的隐私协议',

  voice: {
    title: '要用一下麦克风',
    say: '把您说的话变成文字。只在您点了“说话”之后录，不留录音。不同意也没关系，可以打字。',
  },
  yes: '可以',
  no: '不用了',
  toSettings: '去打开',
  /** Added to the reason once it was refused: WeChat asks a second time only in its settings. */
  refusedBefore: '您之前没有同意。要用的话，请点“去打开”，再把开关打开。',
}
