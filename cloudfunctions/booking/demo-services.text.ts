import type { Need, Terms } from '../../types/contract/booking-terms'

/** A service of the demo and when it is given. */
export interface DemoService {
  key: string
  name: string
  need: Need
  summary: string
  about: string
  bring: string[]
  provider: DemoProvider
  placeId: string
  place: string
  where?: 'home'
  priceFen: number
  subsidisedFen?: number
  prepare?: string[]
  /** What is other than usual. */
  terms?: Partial<Terms>
  minutes: number
  capacity: number
  /** Days of the week it is given, 0 is Sunday. */
  weekdays: readonly number[]
  /** Times it begins. */
  times: readonly string[]
  /** Minutes between one visit and the next, where they follow one another. */
  buffer?: number
  /** How full it usually is, 0 to 1; an event whose sign-up has just opened is at 0. */
  demand: number
  /** Nobody comes to it twice. */
  once?: boolean
  /** Communities that offer it, by their order in the demo; all when left out. */
  only?: readonly number[]
}

/** Somebody of the demo who gives services. */
export interface DemoProvider {
  id: string
  name: string
  phone: string
  /** Of the demo's people in the first community, those who work for it. */
  people: readonly string[]
}

/** The phone numbers are of the kind kept for fiction. */
const CLINIC = {
  id: 'clinic',
  name: '社区卫生服务站',
  phone: '024-5550-0151',
  people: ['demo-provider'],
}
const CARE = {
  id: 'kangning',
  name: '康宁居家养老服务中心',
  phone: '024-5550-0152',
  people: ['demo-provider'],
}
const HOME = { id: 'lejia', name: '乐家便民服务队', phone: '024-5550-0153', people: [] }

export const DEMO_PROVIDERS: readonly DemoProvider[] = [CLINIC, CARE, HOME]

const WEEK = [1, 2, 3, 4, 5]
const MORNING = ['08:30', '09:00', '09:30', '10:00', '10:30']

export const DEMO_SERVICES: readonly DemoService[] = [
  {
    key: 'health-check',
    name: '老年人健康体检',
    need: 'healthCheck',
    summary: '量血压、测血糖、做心电图，医生当面讲结果',
    about: '65岁以上居民免费。医生量血压、测血糖、做心电图，看完当面告诉您结果。',
    bring: ['身份证、医保卡', '平时吃的药名记下来带上'],
    prepare: ['早上空腹来，不吃饭、不喝水'],
    provider: CLINIC,
    placeId: 'clinic1',
    place: '社区卫生服务站一楼',
    priceFen: 0,
    minutes: 30,
    capacity: 6,
    weekdays: WEEK,
    times: MORNING,
    demand: 0.6,
  },
  {
    key: 'blood-pressure',
    name: '血压血糖测量',
    need: 'healthCheck',
    summary: '护士测量并记录，几分钟就好',
    about: '护士为您测血压和血糖，记到健康档案里。有异常会马上告诉您怎么办。',
    bring: ['医保卡'],
    provider: CLINIC,
    placeId: 'hall',
    place: '社区服务站大厅',
    priceFen: 0,
    minutes: 30,
    capacity: 10,
    weekdays: [2, 4],
    times: ['14:00', '14:30', '15:00'],
    demand: 0.4,
  },
  {
    key: 'flu-vaccine',
    name: '流感疫苗集中接种',
    need: 'vaccination',
    summary: '60岁以上免费，现场留观半小时',
    about: '社区卫生服务站到社区集中接种。打完在现场坐半小时，没有不舒服再回家。',
    bring: ['身份证'],
    prepare: ['穿方便露出胳膊的衣服', '发烧、感冒时先不要来'],
    provider: CLINIC,
    placeId: 'centre',
    place: '社区活动中心',
    priceFen: 0,
    terms: { person: { month: 1 } },
    minutes: 60,
    capacity: 100,
    weekdays: [3, 6],
    times: ['09:00', '14:00'],
    demand: 0,
    once: true,
  },
  {
    key: 'massage',
    name: '中医推拿',
    need: 'rehabilitation',
    summary: '肩颈腰腿疼，中医师一对一',
    about: '中医师先问情况，再做推拿。做完注意保暖，当天不要提重东西。',
    bring: ['病历（有就带）', '穿宽松的衣服'],
    provider: CLINIC,
    placeId: 'clinic2',
    place: '社区卫生服务站二楼',
    priceFen: 3000,
    terms: { person: { week: 1 }, leadMinutes: 60, cancelMinutes: 60, repeats: true },
    minutes: 40,
    capacity: 2,
    weekdays: [1, 3, 5],
    times: ['14:00', '15:00', '16:00'],
    buffer: 20,
    demand: 0.75,
    only: [0, 1, 3],
  },
  {
    key: 'bathing',
    name: '上门助浴',
    need: 'bathing',
    summary: '护理员两人上门，帮行动不便的老人洗澡',
    about: '两位护理员带着设备上门，先量血压再洗。家里要有热水，最好有一位家人在。',
    bring: ['准备好换洗衣服和毛巾'],
    provider: CARE,
    placeId: 'home',
    place: '您家里',
    where: 'home',
    priceFen: 12000,
    subsidisedFen: 2000,
    terms: {
      who: { ageFrom: 60 },
      leadMinutes: 24 * 60,
      cancelMinutes: 12 * 60,
      person: { week: 2 },
      repeats: true,
      subsidy: { unit: 'minute', units: 90 },
      questions: [
        { key: 'walks', ask: '能自己走路吗', choices: ['能', '要人扶', '不能'], must: true },
        { key: 'mind', ask: '皮肤有没有伤口', must: false },
      ],
    },
    minutes: 90,
    capacity: 1,
    weekdays: [1, 2, 3, 4, 5, 6],
    times: ['09:00', '14:00'],
    demand: 0.5,
  },
  {
    key: 'escort',
    name: '陪同就医',
    need: 'escort',
    summary: '陪老人去医院挂号、看病、取药',
    about: '陪诊员到家接您，陪着挂号、看病、取药，再送您回家，把医生的话写下来交给您。',
    bring: ['身份证、医保卡', '以前的病历和检查结果'],
    provider: CARE,
    placeId: 'home',
    place: '到家接送',
    where: 'home',
    priceFen: 8000,
    subsidisedFen: 1000,
    terms: {
      who: { ageFrom: 60 },
      leadMinutes: 24 * 60,
      cancelMinutes: 12 * 60,
      subsidy: { unit: 'voucher', units: 1 },
      questions: [{ key: 'hospital', ask: '去哪家医院、看什么科', must: true }],
    },
    minutes: 240,
    capacity: 3,
    weekdays: WEEK,
    times: ['07:30', '13:00'],
    demand: 0.4,
  },
  {
    key: 'haircut',
    name: '便民理发',
    need: 'haircut',
    summary: '老人5元，理发师到社区来',
    about: '每周六理发师到社区来。腿脚不便的可以备注，安排上门。',
    bring: [],
    provider: HOME,
    placeId: 'centre',
    place: '社区活动中心',
    priceFen: 500,
    terms: { person: { month: 2 }, lateMinutes: 15 },
    minutes: 30,
    capacity: 4,
    weekdays: [6],
    times: MORNING,
    demand: 0.5,
  },
  {
    key: 'cleaning',
    name: '家庭保洁',
    need: 'cleaning',
    summary: '擦窗、厨房去油，两小时',
    about: '保洁员自带工具，擦窗户、收拾厨房和卫生间。贵重东西请先收好。',
    bring: [],
    provider: HOME,
    placeId: 'home',
    place: '您家里',
    where: 'home',
    priceFen: 8000,
    terms: { household: { week: 1 }, leadMinutes: 2 * 60, repeats: true },
    minutes: 120,
    capacity: 2,
    weekdays: [1, 2, 3, 4, 5, 6],
    times: ['09:00', '14:00'],
    demand: 0.35,
    only: [0, 2, 3],
  },
  {
    key: 'health-talk',
    name: '健康讲座',
    need: 'healthTalk',
    summary: '医生讲冬天怎么护心脑，现场答疑',
    about: '三甲医院的医生来讲课，讲完可以提问。座位有限，请提前预约。',
    bring: ['老花镜、笔和本子'],
    provider: CLINIC,
    placeId: 'centre2',
    place: '社区活动中心二楼',
    priceFen: 0,
    minutes: 90,
    capacity: 50,
    weekdays: [5],
    times: ['14:30'],
    demand: 0,
  },
]

/** What some say with a booking; the empty places are those who say nothing. */
export const DEMO_NOTES: readonly string[] = [
  '听力不太好，请大声一点',
  '',
  '',
  '腿脚不便，要轮椅',
  '',
  '',
  '',
  '正在吃降压药',
  '',
]
