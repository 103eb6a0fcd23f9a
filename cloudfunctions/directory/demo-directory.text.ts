import type { EntryKind, Hours, Phone } from '../../types/contract/directory'

/** An entry of the demo, without what its region and order give it. */
export interface DemoEntry {
  key: string
  kind: EntryKind
  name: string
  summary: string
  phones: Phone[]
  hours?: Hours
  address?: string
  place?: { latitude: number; longitude: number }
  about: string[]
  bring: string[]
}

const ALWAYS: Hours = { kind: 'always' }
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 0]
const HOLIDAYS = '国家法定节假日休息'

const hotline = (key: string, kind: EntryKind, name: string, summary: string, about: string[]) => ({
  key,
  kind,
  name,
  summary,
  phones: [{ number: key }],
  hours: ALWAYS,
  about,
  bring: [],
})

/** Real numbers, the same in the whole country. */
export const DEMO_FOR_EVERYBODY: readonly DemoEntry[] = [
  hotline('120', 'emergency', '急救', '突发疾病、受伤', [
    '说清楚：在哪里、病人怎么了、电话多少',
    '听完指导再挂电话，派人到路口接救护车',
  ]),
  hotline('119', 'emergency', '火警', '着火、被困、要救援', [
    '说清楚：在哪里、什么着火、有没有人被困',
    '先到安全的地方，再打电话',
  ]),
  hotline('110', 'emergency', '报警', '被骗、被偷、有危险', [
    '说清楚：在哪里、出了什么事',
    '已经转了钱，越早报警越好',
  ]),
  hotline('12345', 'hotline', '政务服务热线', '不知道找谁，就打这个', [
    '问政策、问办事流程',
    '反映问题、提建议',
  ]),
  hotline('12349', 'hotline', '养老服务热线', '居家养老、助餐、助浴', [
    '问养老补贴和优待',
    '预约上门照护',
  ]),
]

/** What the demo tells of a service desk, by what it serves. The hours are those of the office on home. */
const DESK_HOURS: Hours = {
  kind: 'weekly',
  spans: [{ weekdays: [1, 2, 3, 4, 5, 6], from: '08:30', to: '17:30' }],
  note: HOLIDAYS,
}

export const demoDesk = {
  community: (place: string, name: string, phone: string): DemoEntry => ({
    key: 'desk',
    kind: 'office',
    name,
    summary: '登记、证明、老人服务',
    phones: [{ number: phone }],
    hours: DESK_HOURS,
    address: `${place.slice(0, 2)}路8号，${place}一楼大厅`,
    about: [
      '登记住址，加入社区',
      '老年优待证、高龄补贴',
      '居住证明、困难救助',
      '报名活动和志愿服务',
    ],
    bring: ['身份证', '户口簿或房产证'],
  }),
  street: (place: string, name: string, phone: string): DemoEntry => ({
    key: 'desk',
    kind: 'office',
    name,
    summary: '医保、社保、低保',
    phones: [{ number: phone }],
    hours: DESK_HOURS,
    address: `${place.slice(0, 2)}大街120号`,
    about: ['医保参保、异地就医备案', '养老金资格认证', '低保、临时救助'],
    bring: ['身份证', '医保卡或社保卡'],
  }),
  district: (place: string, name: string, phone: string): DemoEntry => ({
    key: 'desk',
    kind: 'office',
    name,
    summary: '婚姻登记、养老机构',
    phones: [{ number: phone }],
    hours: DESK_HOURS,
    address: `${place}民政路1号`,
    about: ['婚姻登记', '申请养老机构补贴'],
    bring: ['身份证', '户口簿'],
  }),
}

/** Of each community. The phone numbers are of the kind kept for fiction: no subscriber has them. */
export const demoOfCommunity = (place: string, n: number): DemoEntry[] => {
  const short = place.slice(0, 2)
  return [
    {
      key: 'property',
      kind: 'property',
      name: `${short}物业服务中心`,
      summary: '报修、停水停电、电梯',
      phones: [
        { label: '白天', number: `024-5550-013${n}` },
        { label: '夜里值班', number: `024-5550-014${n}` },
      ],
      hours: {
        kind: 'weekly',
        spans: [{ weekdays: EVERY_DAY, from: '08:00', to: '18:00' }],
        note: '夜里打值班电话',
      },
      address: `${place}1号楼一层`,
      about: ['家里和楼道报修', '电梯困人，马上打电话', '物业费、停车'],
      bring: [],
    },
  ]
}

/** Of each street. */
export const demoOfStreet = (place: string, n: number): DemoEntry[] => {
  const short = place.slice(0, 2)
  return [
    {
      key: 'clinic',
      kind: 'hospital',
      name: `${short}社区卫生服务中心`,
      summary: '看小病、开药、打疫苗',
      phones: [{ number: `024-5550-015${n}` }],
      hours: {
        kind: 'weekly',
        spans: [
          { weekdays: EVERY_DAY, from: '08:00', to: '11:30' },
          { weekdays: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
        ],
      },
      address: `${short}大街66号`,
      place: { latitude: 41.7895, longitude: 123.4127 + n / 100 },
      about: ['常见病、慢性病开药', '家庭医生签约', '老年人体检、打疫苗'],
      bring: ['身份证、医保卡', '平时吃的药'],
    },
    {
      key: 'police',
      kind: 'police',
      name: `${short}派出所`,
      summary: '户口、身份证、纠纷',
      phones: [{ label: '值班电话', number: `024-5550-016${n}` }],
      hours: ALWAYS,
      address: `${short}大街98号`,
      place: { latitude: 41.7908, longitude: 123.4152 + n / 100 },
      about: ['身份证、户口（工作日白天办）', '报案、求助、调解纠纷', '有急事先打 110'],
      bring: ['身份证', '户口簿'],
    },
  ]
}

/** Of the district. */
export const demoOfDistrict = (place: string): DemoEntry[] => [
  {
    key: 'hospital',
    kind: 'hospital',
    name: `${place}人民医院`,
    summary: '门诊、住院、24小时急诊',
    phones: [
      { label: '总机', number: '024-5550-0170' },
      { label: '预约挂号', number: '024-5550-0171' },
    ],
    hours: ALWAYS,
    address: `${place}健康路200号`,
    place: { latitude: 41.7951, longitude: 123.4201 },
    about: ['急诊24小时', '门诊：周一至周六上午8:00–11:30，下午1:30–4:30', '老年人有优先窗口'],
    bring: ['身份证、医保卡', '以前的病历和检查单'],
  },
]
