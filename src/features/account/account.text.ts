/** Words of who I am, the newcomer's screen, and consent. */
export const ACCOUNT_TEXT = {
  hello: (name: string | undefined) => (name ? `${name}，您好` : '您好'),
  helloNewcomer: '欢迎来到邻里',
  newcomerPlace: '社区里的事，在这里办',

  elderOn: '长辈模式',
  elderOff: '退出长辈模式',
  elderSay: '字大一些，看得清楚',

  newcomer: {
    title: '您还没有加入社区',
    say: '登记以后，就能预约体检、照护和活动。三步就好：',
    steps: [
      '带上身份证，到您家附近的社区服务站',
      '告诉工作人员住在几号楼、几室，请他登记',
      '登记好以后，点下面的按钮',
    ],
    done: '我登记好了',
    still: '还没有查到您的登记。请问一下社区服务站。',
  },

  consent: {
    title: '请先看看隐私保护指引',
    say: '里面写着我们记下您的什么、用来做什么。同意以后就不再提醒。',
    open: '去看看',
  },

  office: {
    call: '打电话',
    callLabel: (name: string) => `给${name}打电话`,
    say: '有事不清楚，就打这个电话',
  },

  privacy: {
    title: '隐私保护指引',
    agree: '我同意',
    agreeing: '正在记下…',
    agreed: (date: string) => `您已在 ${date} 同意。`,
    back: '返回',
  },
}
