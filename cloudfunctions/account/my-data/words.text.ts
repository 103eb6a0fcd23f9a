import type {
  AttributeName,
  HelperRelation,
  HelpScope,
  HomeRelation,
} from '../../../types/contract/people'
import type { Role } from '../../../types/contract/role'

/** What stands in the data as a code, as people say it. */

const ROLES: Record<Role, string> = {
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
}

const HOME: Record<HomeRelation, string> = {
  owner: '业主',
  tenant: '租户',
  family: '家人',
  other: '其他',
}

const HELPER: Record<HelperRelation, string> = {
  son: '儿子',
  daughter: '女儿',
  spouse: '老伴',
  parent: '父母',
  grandchild: '孙辈',
  relative: '亲戚',
  neighbour: '邻居',
  other: '其他',
}

const SCOPE: Record<HelpScope, string> = { everything: '所有事项', booking: '只预约服务' }

const ATTRIBUTES: Record<AttributeName, string> = {
  livesAlone: '独居',
  lowIncome: '低收入',
  disability: '残疾',
}

export const WORDS = {
  role: ROLES,
  relation: { ...HELPER, ...HOME },
  scope: SCOPE,
  attribute: ATTRIBUTES,
  as: { ...ROLES, helper: '代办的家人', desk: '社区窗口' },
  requestKind: { join: '加入住处', help: '为家人代办' },
  requestState: { waiting: '等待答复', approved: '已同意', refused: '未同意', withdrawn: '已撤回' },
  residentState: { living: '住在这里', left: '已搬走', dead: '已故', merged: '已合并' },
  entitlementUnit: { voucher: '张券', minute: '分钟' },
  bookingState: { booked: '已预约', cancelled: '已取消' },
  visitMark: { came: '已到', done: '已完成', absent: '没来' },
  changeKind: { ended: '住处结束', merged: '登记合并', erased: '注销' },
  reason: {
    call: '打电话联系',
    visit: '上门走访',
    emergency: '紧急情况',
    verify: '核实身份',
    service: '提供服务',
    movedOut: '搬走',
    death: '去世',
    split: '分户',
    grownUp: '成年分户',
  },
  noticeKind: {
    bookingCancelled: '预约取消',
    bookingMoved: '预约改了时间',
    bookingReminder: '预约提醒',
    bookingMade: '有人替我约了服务',
    bookingMissed: '约了没来',
    offerMade: '等到位子',
    offerLapsed: '留的位子过时',
    waitEnded: '没有等到位子',
    joinAnswered: '加入住处的答复',
    helpAnswered: '申请代办的答复',
    helperBegan: '有人开始代我办事',
    helpingEnded: '代办结束',
    roleGiven: '得到身份',
    roleEnded: '身份结束',
  },
  fileKind: { roster: '居民名册', export: '我的数据' },
} as const satisfies Record<string, Record<string, string>>

/** Names of what was looked at or changed, in the trail; one that is not here is shown as it is. */
export const FIELD_WORDS: Record<string, string> = {
  phone: '手机号',
  birthDay: '出生日期',
  name: '姓名',
  home: '住处',
  homes: '住处',
  room: '房间',
  relation: '关系',
  rosterKey: '名册编号',
  attributes: '登记情况',
  'attributes.livesAlone': '独居',
  'attributes.lowIncome': '低收入',
  'attributes.disability': '残疾',
  residentId: '居民',
  requestId: '申请',
  answer: '答复',
  say: '说明',
  slotId: '时段',
  bookingId: '预约',
  note: '备注',
  reason: '原因',
  version: '版本',
}

export const YES = '是'
export const NO = '否'
