import type { GivenRole } from '../../types/contract/role'

/** Someone a visitor of the demo can be. */
export interface DemoRole {
  openid: string
  name: string
  /** What the person switcher says of them. */
  about: string
  birthYear: number
  livesAlone: boolean
  /** Has not agreed to the privacy policy yet. */
  undecided?: boolean
  /** Besides living there. */
  roles: GivenRole[]
  /** Absent for those who only work here, and for the newcomer. */
  home?: { building: number; unit: number; room: string }
  /** Where one without a home here works: a level, a place's id, or everywhere. */
  at?: string
  /** Of the kind kept for fiction. */
  phone?: string
}

export const DEMO_PEOPLE: readonly DemoRole[] = [
  {
    openid: 'demo-elder',
    name: '王秀兰',
    about: '72岁，独居',
    birthYear: 1954,
    livesAlone: true,
    roles: [],
    home: { building: 3, unit: 2, room: '503' },
    phone: '02455500131',
  },
  {
    openid: 'demo-child',
    name: '李建国',
    about: '王秀兰的儿子',
    birthYear: 1980,
    livesAlone: false,
    roles: [],
    home: { building: 8, unit: 1, room: '1103' },
    phone: '02455500132',
  },
  {
    openid: 'demo-resident',
    name: '张伟',
    about: '居民',
    birthYear: 1988,
    livesAlone: false,
    roles: [],
    home: { building: 5, unit: 1, room: '903' },
  },
  {
    openid: 'demo-volunteer',
    name: '刘芳',
    about: '志愿者',
    birthYear: 1971,
    livesAlone: false,
    roles: ['volunteer'],
    home: { building: 2, unit: 3, room: '304' },
  },
  {
    openid: 'demo-manager',
    name: '陈国强',
    about: '物业经理',
    birthYear: 1979,
    livesAlone: false,
    roles: ['propertyManager'],
    home: { building: 1, unit: 1, room: '104' },
  },
  {
    openid: 'demo-worker',
    name: '赵铁军',
    about: '维修师傅',
    birthYear: 1983,
    livesAlone: false,
    roles: ['repairWorker'],
    home: { building: 1, unit: 2, room: '104' },
  },
  {
    openid: 'demo-provider',
    name: '孙丽',
    about: '社区护士，提供服务',
    birthYear: 1986,
    livesAlone: false,
    roles: ['provider'],
    home: { building: 6, unit: 2, room: '704' },
  },
  {
    openid: 'demo-staff',
    name: '周敏',
    about: '社区工作者',
    birthYear: 1990,
    livesAlone: false,
    roles: ['staff'],
    home: { building: 4, unit: 1, room: '603' },
  },
  {
    openid: 'demo-owner',
    name: '吴志远',
    about: '业委会成员',
    birthYear: 1968,
    livesAlone: false,
    undecided: true,
    roles: ['ownersCommittee'],
    home: { building: 7, unit: 3, room: '1004' },
  },
  {
    openid: 'demo-street',
    name: '郑涛',
    about: '街道工作人员',
    birthYear: 1982,
    livesAlone: false,
    roles: ['streetOfficer'],
    at: 'street',
  },
  {
    openid: 'demo-district',
    name: '何静',
    about: '区里工作人员',
    birthYear: 1977,
    livesAlone: false,
    roles: ['districtOfficer'],
    at: 'district',
  },
  {
    openid: 'demo-neighbour',
    name: '孙淑贞',
    about: '柳岸社区的社工',
    birthYear: 1992,
    livesAlone: false,
    roles: ['socialWorker'],
    at: 'liuan',
  },
  {
    openid: 'demo-admin',
    name: '管理员',
    about: '系统管理员',
    birthYear: 1985,
    livesAlone: false,
    roles: ['administrator'],
    at: 'everywhere',
  },
  {
    openid: 'demo-newcomer',
    name: '新邻居',
    about: '刚搬来，还没加入',
    birthYear: 1995,
    livesAlone: false,
    roles: [],
  },
]

interface Office {
  name: string
  phone: string
  hours: string
}

const office = (name: string, phone: string): Office => ({
  name,
  phone,
  hours: '周一至周六 8:30–17:30',
})

/** The demo's places. The phone numbers are of the kind kept for fiction: no subscriber has them. */
export const DISTRICT = {
  id: 'heping',
  name: '和平区',
  office: office('和平区民政服务大厅', '024-5550-0100'),
  streets: [
    {
      id: 'nanhu',
      name: '南湖街道',
      office: office('南湖街道便民服务中心', '024-5550-0110'),
      communities: [
        { id: 'chunxiao', name: '春晓社区', office: office('春晓社区服务站', '024-5550-0111') },
        { id: 'liuan', name: '柳岸社区', office: office('柳岸社区服务站', '024-5550-0112') },
      ],
    },
    {
      id: 'xinxing',
      name: '新兴街道',
      office: office('新兴街道便民服务中心', '024-5550-0120'),
      communities: [
        { id: 'huaiyin', name: '槐荫社区', office: office('槐荫社区服务站', '024-5550-0121') },
        { id: 'wenchang', name: '文昌社区', office: office('文昌社区服务站', '024-5550-0122') },
      ],
    },
  ],
} as const

export const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹']

export const GIVEN_NAMES = [
  '建华',
  '秀英',
  '桂兰',
  '志强',
  '淑珍',
  '国庆',
  '玉梅',
  '永福',
  '凤霞',
  '德明',
  '丽华',
  '海燕',
  '文静',
  '晓东',
  '雪梅',
  '春生',
  '立新',
  '红霞',
  '卫东',
  '美玲',
  '子涵',
  '浩然',
  '梓轩',
  '雨桐',
  '思远',
  '佳怡',
  '俊杰',
  '欣怡',
  '宇航',
  '诗涵',
]
