import type { Accounts, Audience, Category, Must } from '../../types/contract/announcement-content'
import type { CallResult } from '../../types/contract/announcement-desk'

/** An announcement of the demo. Times are in hours before the demo's moment; those to come are negative. */
export interface DemoAnnouncement {
  key: string
  /** The place it is published for: a level of the demo's first community, or a building of it. */
  at: 'district' | 'street' | 'community' | { building: number }
  /** Who wrote it, of the people a visitor can be. */
  by: 'demo-staff' | 'demo-street' | 'demo-district' | 'demo-manager'
  category: Category
  title: string
  body: string
  /** Hours since it was published; absent for a draft. */
  ago?: number
  /** Hours until it is published by itself. */
  scheduledIn?: number
  pinnedFor?: number
  expiresIn?: number
  must?: Must
  audience?: Partial<Audience>
  place?: string
  when?: { inDays: number; time?: string }
  accounts?: Accounts
  questions?: boolean
  former?: { title: string; body: string; reason: string; until: number; accounts?: Accounts }
  withdrawn?: { ago: number; reason: string }
  asked?: readonly { by: string; text: string; ago: number; answer?: string }[]
  /** Who has opened it, and what they did: people a visitor can be, and some at the desk. */
  read?: readonly { by: string; choice?: string; confirmed?: true }[]
  /** So many others told the desk. */
  toldDesk?: number
}

/** What became of the first calls about something that must be done. */
export const DEMO_CALLS: readonly { result: CallResult; note?: string }[] = [
  { result: 'told', note: '老人在家，已经知道了。' },
  { result: 'noAnswer' },
  { result: 'visited', note: '上门说了，孙女也在。' },
]

const lines = (...text: readonly string[]): string => text.join('\n\n')

const yuan = (amount: number): number => amount * 100

export const DEMO_ANNOUNCEMENTS: readonly DemoAnnouncement[] = [
  {
    key: 'water',
    at: 'community',
    by: 'demo-staff',
    category: 'emergency',
    title: '今晚10点到明早6点停水',
    body: lines(
      '**今晚10点停水，明早6点恢复。**',
      '主水管坏了，要连夜修。1号楼到6号楼都停，7号楼到10号楼不停。',
      '- 请在晚上9点前接好水\n- 睡前关好水龙头\n- 来水后先放一分钟再用',
      '家里有老人要送水，请打[社区服务站](tel:02455500111)。',
    ),
    ago: 2,
    pinnedFor: 22,
    must: { do: 'confirm', callAfterHours: 1 },
    audience: { public: true },
    questions: true,
    asked: [
      {
        by: 'r-demo-resident',
        text: '5号楼也停吗？',
        ago: 1.5,
        answer: '5号楼也停。请在晚上9点前接好水。',
      },
    ],
    read: [
      { by: 'demo-resident', confirmed: true },
      { by: 'demo-volunteer', confirmed: true },
      { by: 'demo-child' },
    ],
    toldDesk: 12,
  },
  {
    key: 'chongyang',
    at: 'community',
    by: 'demo-staff',
    category: 'activity',
    title: '重阳补办茶话会，请说来不来',
    body: lines(
      '重阳节那天下雨，茶话会改了日子，时间地点看下面。',
      '有热茶、点心，还有合唱队唱歌。60岁以上的邻居都能来，家人也可以陪着来。',
      '请在下面点“参加”或“不参加”，我们好准备座位。',
    ),
    ago: 26,
    must: { do: 'choose', choices: ['参加', '不参加'], callAfterHours: 48 },
    audience: { ages: { from: 60 } },
    place: '社区二楼活动室',
    when: { inDays: 5, time: '14:00' },
    questions: true,
    asked: [
      {
        by: 'r-demo-elder',
        text: '腿脚不好，二楼有电梯吗？',
        ago: 20,
        answer: '有电梯，门口也有志愿者扶您。',
      },
      { by: 'r-demo-owner', text: '可以带孙子来吗？', ago: 3 },
    ],
    read: [{ by: 'demo-elder', choice: '参加' }],
    toldDesk: 9,
  },
  {
    key: 'fire-drill',
    at: 'community',
    by: 'demo-staff',
    category: 'notice',
    title: '消防演练，听到警报不要慌',
    body: lines(
      '# 那天会怎样',
      '上午10点拉警报，大约20分钟。这是演练，没有真的着火。',
      '# 请您这样做',
      '1. 听到警报，走楼梯下楼\n2. 不要坐电梯\n3. 到小花园找楼长报到',
      '腿脚不便的邻居不用下楼，在家等志愿者敲门。',
    ),
    ago: 50,
    must: { do: 'confirm', callAfterHours: 24 },
    place: '小花园',
    when: { inDays: 3, time: '10:00' },
    questions: false,
    read: [
      { by: 'demo-elder', confirmed: true },
      { by: 'demo-resident' },
      { by: 'demo-provider', confirmed: true },
      { by: 'demo-worker', confirmed: true },
    ],
    toldDesk: 20,
  },
  {
    key: 'flu-shots',
    at: 'community',
    by: 'demo-staff',
    category: 'health',
    title: '65岁以上老人免费打流感疫苗',
    body: lines(
      '服务站给65岁以上老人打流感疫苗，不收钱。\n上午打，连着打两天。',
      '- 带上身份证\n- 前一晚睡好，不要空腹来\n- 正在发烧的，退烧后再来',
      '打完请坐30分钟再走。',
    ),
    ago: 74,
    former: {
      title: '65岁以上老人免费打流感疫苗',
      body: lines(
        '服务站给65岁以上老人打流感疫苗，不收钱。\n只打一个上午。',
        '- 带上身份证\n- 前一晚睡好，不要空腹来\n- 正在发烧的，退烧后再来',
        '打完请坐30分钟再走。',
      ),
      reason: '多加了一天。',
      until: 46,
    },
    place: '社区服务站',
    when: { inDays: 2, time: '08:30' },
    questions: true,
    asked: [
      {
        by: 'r-demo-child',
        text: '我妈有高血压，能打吗？',
        ago: 60,
        answer: '血压平稳可以打。来的时候先量血压，请护士看。',
      },
    ],
    read: [{ by: 'demo-elder' }, { by: 'demo-child' }],
  },
  {
    key: 'lift',
    at: { building: 3 },
    by: 'demo-manager',
    category: 'notice',
    title: '3号楼电梯停半天检修',
    body: lines(
      '上午9点到11点，3号楼的电梯停用检修。',
      '一个单元一个单元地修，每部停40分钟左右。',
      '要下楼看病的老人，请提前打[物业电话](tel:02455500119)，我们派人来扶。',
    ),
    ago: 30,
    must: { do: 'read', callAfterHours: 20 },
    when: { inDays: 1, time: '09:00' },
    questions: true,
    read: [{ by: 'demo-elder' }],
  },
  {
    key: 'allowance',
    at: 'district',
    by: 'demo-district',
    category: 'policy',
    title: '80岁以上老人可以领高龄津贴',
    body: lines(
      '户口在本区、年满80岁的老人，每月可以领高龄津贴。',
      '- 80到89岁：每月100元\n- 90到99岁：每月200元\n- 100岁以上：每月600元',
      '怎么领：带身份证和银行卡，到社区服务站登记。家人可以代办。',
      '以前领过的不用再办。',
    ),
    ago: 24 * 9,
    audience: { public: true },
    questions: false,
    read: [{ by: 'demo-resident' }],
  },
  {
    key: 'jobs',
    at: 'street',
    by: 'demo-street',
    category: 'jobs',
    title: '招聘会，有离家近的活',
    body: lines(
      '街道请了12家单位来招人，有保洁、护理、收银、司机。',
      '能上半天班的活也有。带身份证就行，不收任何费用。',
    ),
    ago: 24 * 3,
    expiresIn: 24 * 6,
    audience: { public: true },
    place: '南湖街道便民服务中心一楼',
    when: { inDays: 5, time: '09:00' },
    questions: false,
  },
  {
    key: 'sorting',
    at: 'street',
    by: 'demo-street',
    category: 'notice',
    title: '垃圾分类的投放时间改了',
    body: lines(
      '从下个月1日起，投放时间是早上6点半到9点，晚上6点到9点。',
      '其他时间请先放在家里。厨余垃圾要倒出来，袋子另扔。',
    ),
    ago: 24 * 5,
    questions: false,
  },
  {
    key: 'finance-q2',
    at: 'community',
    by: 'demo-staff',
    category: 'finance',
    title: '2026年第二季度社区收支',
    body: lines('4月到6月社区的钱从哪里来、花到哪里去，都在下面。', '有疑问请到服务站看账本。'),
    ago: 24 * 130,
    audience: { public: true },
    accounts: {
      period: '2026-Q2',
      income: [
        { name: '街道拨款', fen: yuan(86_000) },
        { name: '场地出租', fen: yuan(6_400) },
        { name: '废品回收', fen: 125_050 },
      ],
      spending: [
        { name: '老人助餐补贴', fen: yuan(31_500) },
        { name: '楼道灯维修', fen: yuan(8_760) },
        { name: '活动室水电', fen: 524_030 },
        { name: '节日慰问', fen: yuan(12_000) },
      ],
    },
    questions: false,
  },
  {
    key: 'finance-q3',
    at: 'community',
    by: 'demo-staff',
    category: 'finance',
    title: '2026年第三季度社区收支',
    body: lines(
      '7月到9月社区的钱从哪里来、花到哪里去，都在下面。',
      '这个季度修了雨棚，所以花得多一些。',
    ),
    ago: 24 * 38,
    audience: { public: true },
    accounts: {
      period: '2026-Q3',
      income: [
        { name: '街道拨款', fen: yuan(86_000) },
        { name: '场地出租', fen: yuan(7_200) },
        { name: '爱心捐款', fen: yuan(5_000) },
      ],
      spending: [
        { name: '老人助餐补贴', fen: yuan(33_200) },
        { name: '雨棚维修', fen: yuan(24_800) },
        { name: '活动室水电', fen: 618_860 },
        { name: '志愿者保险', fen: yuan(3_600) },
      ],
    },
    former: {
      title: '2026年第三季度社区收支',
      body: lines('7月到9月社区的钱从哪里来、花到哪里去，都在下面。'),
      reason: '雨棚维修少写了800元。',
      until: 24 * 36,
      accounts: {
        period: '2026-Q3',
        income: [
          { name: '街道拨款', fen: yuan(86_000) },
          { name: '场地出租', fen: yuan(7_200) },
          { name: '爱心捐款', fen: yuan(5_000) },
        ],
        spending: [
          { name: '老人助餐补贴', fen: yuan(33_200) },
          { name: '雨棚维修', fen: yuan(24_000) },
          { name: '活动室水电', fen: 618_860 },
          { name: '志愿者保险', fen: yuan(3_600) },
        ],
      },
    },
    questions: false,
    read: [{ by: 'demo-owner' }],
  },
  {
    key: 'affairs',
    at: 'community',
    by: 'demo-staff',
    category: 'affairs',
    title: '居民代表会议定了三件事',
    body: lines(
      '上周开了居民代表会议，到会31人。',
      '1. 小花园加装两张长椅，29人同意\n2. 车棚充电桩收费每度1元，27人同意\n3. 明年继续办助餐点，31人同意',
      '会议记录放在服务站，人人可以看。',
    ),
    ago: 24 * 4,
    audience: { public: true },
    questions: true,
  },
  {
    key: 'haircuts',
    at: 'community',
    by: 'demo-staff',
    category: 'activity',
    title: '小花园免费理发',
    body: lines('上午9点到11点，志愿者给大家理发，不收钱。'),
    ago: 24 * 2,
    withdrawn: { ago: 20, reason: '理发师傅生病了，改到下个月，日子定了再通知。' },
    questions: false,
  },
  {
    key: 'heating',
    at: 'community',
    by: 'demo-staff',
    category: 'notice',
    title: '暖气不热，这样报修',
    body: lines(
      '先摸一摸进水管。进水管热、暖气片不热，多半是里面有气，可以自己放一放。',
      '进水管也不热，请打[供热电话](tel:02455500118)。',
    ),
    questions: true,
  },
  {
    key: 'checkups',
    at: 'community',
    by: 'demo-staff',
    category: 'health',
    title: '老人免费体检，要空腹来',
    body: lines(
      '服务站给65岁以上老人体检，一共五个早上。',
      '- 前一晚8点后不要吃东西\n- 带身份证和医保卡\n- 早上不要喝水吃药',
      '体检完有豆浆和包子。',
    ),
    scheduledIn: 20,
    must: { do: 'read', callAfterHours: 48 },
    audience: { ages: { from: 65 } },
    place: '社区服务站',
    when: { inDays: 7, time: '07:30' },
    questions: true,
  },
]
