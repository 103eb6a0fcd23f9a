import type { PlaceLevel } from '../../../../types/contract/account-places'

const LEVEL: Record<PlaceLevel, string> = {
  district: '区',
  street: '街道',
  community: '社区',
  building: '楼',
  unit: '单元',
  room: '房间',
}

/** Words of the desk's places. */
export const PLACES_DESK_TEXT = {
  title: '社区和楼栋',
  everywhere: '全部地区',
  up: '返回上一级',
  add: (level: PlaceLevel) => `添加${LEVEL[level]}`,
  addTitle: (level: PlaceLevel, above: string) => `在${above}添加${LEVEL[level]}`,
  change: '改名字和服务站',
  changePlain: '改名字',
  changeTitle: (name: string) => `修改${name}`,
  nothing: (level: PlaceLevel) => `还没有${LEVEL[level]}`,
  nothingSay: '楼、单元和房间会随名册和居民加入自动登记，也可以在这里添加。',
  name: (level: PlaceLevel) => `${LEVEL[level]}的名字`,
  hint: {
    district: '比如：和平区',
    street: '比如：南湖街道',
    community: '比如：春晓社区',
    building: '比如：3号楼',
    unit: '比如：2单元',
    room: '比如：503',
  } satisfies Record<PlaceLevel, string>,
  office: '服务站（居民会看到）',
  officeSay: '没有服务站就都不写。',
  officeName: '名称',
  officeNameHint: '比如：春晓社区服务站',
  officePhone: '电话',
  officePhoneHint: '比如：024-55500101',
  officeHours: '上班时间',
  officeHoursHint: '比如：周一到周五 8:30–17:30',
  missing: {
    name: '请写名字。',
    officeName: '请写服务站的名称。',
    officePhone: '请写服务站的电话。',
    officeHours: '请写服务站的上班时间。',
  },
  save: '保存',
  saving: '正在保存…',
  leave: '返回',
  saved: (name: string) => `${name}已保存。`,
  withOffice: (name: string, phone: string) => `${name}，${phone}`,
} as const
