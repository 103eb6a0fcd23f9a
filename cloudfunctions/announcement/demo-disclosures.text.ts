import { type DemoAnnouncement, lines } from './demo-announcement'

const yuan = (amount: number): number => amount * 100

/** The demo's disclosures, and what is still to come or was taken back. */
export const DEMO_DISCLOSURES: readonly DemoAnnouncement[] = [
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
