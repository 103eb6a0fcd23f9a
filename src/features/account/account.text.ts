import type { Role } from '../../../types/contract/account'
import type { TextSize } from '../../ui/elder.rules'

/** Words of who I am, the newcomer's screen, and consent. */
export const ACCOUNT_TEXT = {
  hello: (name: string | undefined) => (name ? `${name}，您好` : '您好'),
  helloNewcomer: '欢迎来到邻里',
  newcomerPlace: '社区里的事，在这里办',

  scan: '扫一扫',
  elderOn: '长辈模式',
  elderOff: '退出长辈模式',
  elderSay: '字大一些，看得清楚',

  newcomer: {
    title: '您还没有加入社区',
    say: '登记以后，就能预约体检、照护和活动。三步就好：',
    stepsLabel: '加入社区分三步',
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

  newcomerName: '新邻居',
  newcomerWhere: '还没有加入社区',
  noName: '邻居',
  role: {
    resident: '居民',
    volunteer: '志愿者',
    provider: '服务人员',
    propertyManager: '物业经理',
    repairWorker: '维修师傅',
    ownersCommittee: '业委会',
    assemblyRepresentative: '居民代表',
    socialWorker: '社工',
    staff: '社区工作者',
    streetOfficer: '街道工作人员',
    districtOfficer: '区里工作人员',
    administrator: '管理员',
  } satisfies Record<Role, string>,

  entry: {
    family: '家人电话',
    familySay: '存好以后，首页一按就打',
    reading: '字大小和朗读',
    readingSay: '长辈模式，字可以更大',
    elderIsOn: '长辈模式开着',
    privacy: '隐私保护指引',
    privacySay: '我们记下什么、谁看得到',
  },

  calls: {
    title: '一按就打',
    more: '更多电话',
    office: '社区',
    officeLabel: (name: string, hours: string) => `给${name}打电话，${hours}`,
    callLabel: (name: string) => `给${name}打电话`,
    family: '家人',
    familySay: '打电话',
    several: (count: number) => `${count} 个人`,
    severalLabel: '选一位家人打电话',
    noFamily: '先存号码',
    noFamilyLabel: '家人，先存号码',
    emergencySay: '急救',
    emergencyLabel: '打 120 急救电话',
  },

  family: {
    title: '家人电话',
    say: '最多存三个。号码只记在这部手机里，不上传。',
    call: '打电话',
    callLabel: (name: string) => `给${name}打电话`,
    remove: '删掉',
    removeLabel: (name: string) => `删掉${name}`,
    removeTitle: (name: string) => `删掉“${name}”的电话吗？`,
    removeSay: '删掉以后，首页就打不出去了。',
    keep: '不删',
    add: '再存一个',
    who: '是谁？',
    whoChoices: ['儿子', '女儿', '老伴', '邻居'],
    whoTyped: '或者写称呼',
    whoHint: '比如：二姐',
    number: '电话号码',
    numberHint: '手机或座机',
    pick: '从通讯录里选',
    save: '存好',
    saved: (name: string) => `${name}的电话存好了。`,
    noName: '请先点一下是谁。',
    badNumber: '这个号码打不通。手机号是 11 位，座机要带区号。请再看看。',
    full: '已经存满三个。先删掉一个，才能再存。',
  },

  reading: {
    title: '字大小和朗读',
    mode: '用哪种样子？',
    normal: '普通',
    normalSay: '一屏看得多',
    elder: '长辈模式',
    elderSay: '字大，按钮大，一次只做一件事',
    size: '字要多大？',
    sizes: { 21: '大', 24: '更大', 27: '很大', 30: '最大' } satisfies Record<TextSize, string>,
    example: '明天上午9点，到社区卫生服务中心做体检。请空腹，带上身份证。',
    exampleTitle: '看起来是这样',
    auto: '微信里的字调大了，这里也会跟着变大。在这里选过以后，就照您选的来。',
  },

  privacy: {
    title: '隐私保护指引',
    agree: '我同意',
    agreeing: '正在记下…',
    agreed: (date: string) => `您已在 ${date} 同意。`,
    back: '返回',
  },
}
