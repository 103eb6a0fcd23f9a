import type { OperationName } from '../../../../types/contract'
import { ERROR_TEXT } from '../../../../types/contract/errors.text'

/** What an act was, in plain words; whatever is not named here is said as 办了一件事. */
const DID: Partial<Record<OperationName, string>> = {
  'account.listRequests': '查看了申请名单',
  'account.answerRequest': '审核了申请',
  'account.makeHouseholdCode': '做了户码',
  'account.findResident': '查找了居民',
  'account.viewResident': '查看了登记',
  'account.saveResident': '改了登记',
  'account.revealResident': '看了',
  'account.mergeResidents': '合并了两份登记',
  'account.endResidence': '办了离开登记',
  'account.importRoster': '读了一份名册',
  'account.applyImport': '导入了名册',
  'account.listRoles': '查看了身份名单',
  'account.invite': '邀请了一位',
  'account.endInvitation': '撤回了邀请',
  'account.endRole': '收回了身份',
  'account.savePlace': '改了地点',
  'account.listHelping': '查看了代办',
  'account.confirmHelper': '确认了代办',
  'account.refuseHelper': '没有同意代办',
  'account.endHelping': '结束了代办',
  'booking.reserve': '约了服务',
  'booking.cancel': '取消了预约',
  'booking.listDay': '查看了预约名单',
  'announcement.saveDraft': '写了公告',
  'announcement.publish': '发布了公告',
  'announcement.schedule': '定时发布公告',
  'announcement.withdraw': '撤回了公告',
  'announcement.correct': '更正了公告',
  'announcement.markOpened': '打开了公告',
  'announcement.confirm': '确认了公告',
  'announcement.ask': '在公告下提问',
  'announcement.listReaders': '查看了谁看过公告',
  'announcement.callList': '查看了公告的电话名单',
  'announcement.revealPhone': '看了电话，好打电话告诉',
  'announcement.recordCall': '记了打电话的结果',
  'announcement.listQuestions': '查看了提问',
  'announcement.answer': '回复了提问',
  'announcement.reviewQuestion': '审核了提问',
  'message.askStaff': '问了社区',
  'message.listOfficeQuestions': '查看了居民的提问',
  'message.answerOfficeQuestion': '回复了居民的提问',
  'message.reviewOfficeQuestion': '审核了居民的提问',
  'message.listCalls': '查看了要打电话的人',
  'message.recordCall': '记了打电话的结果',
}

const AS: Partial<Record<string, string>> = {
  helper: '代办人',
  desk: '社区服务台',
}

const FIELDS: Partial<Record<string, string>> = {
  phone: '电话',
  birthDay: '出生日期',
  name: '姓名',
  room: '房号',
  relation: '住户身份',
  attributes: '特别关照',
  phoneVerified: '电话是否核实',
}

const REASONS: Partial<Record<string, string>> = {
  call: '打电话联系',
  visit: '上门走访',
  emergency: '紧急情况',
  verify: '核对本人',
  service: '安排服务',
  movedOut: '搬走',
  death: '去世',
  split: '分户',
  grownUp: '成年单过',
}

/** Words of the audit trail: what others did with one's data, and what is done in a community. */
export const TRAIL_TEXT = {
  DID,
  AS,
  FIELDS,
  REASONS,
  didSomething: '办了一件事',
  and: '、',
  fieldsOf: (did: string, fields: string) => `${did}：${fields}`,
  refused: (code: string) =>
    `没有办成：${code in ERROR_TEXT ? ERROR_TEXT[code as keyof typeof ERROR_TEXT] : code}`,

  mine: {
    title: '谁看过我的资料',
    say: '别人查看、修改您的资料，或者替您办事，都会记在这里。',
    empty: '还没有人看过您的资料',
    emptySay: '有人看了或改了，会记在这里。',
    more: '看更早的',
    looked: (who: string) => `${who}查看了您的登记`,
    revealed: (who: string, fields: string) => `${who}看了您的${fields}`,
    changed: (who: string, fields: string) => `${who}改了您的${fields || '登记'}`,
  },

  audit: {
    title: '本社区留痕',
    say: '谁、什么时候、办了什么。记下就不能改，每天的校验码都公开。',
    table: '留痕',
    columns: {
      at: '时间',
      by: '谁',
      as: '身份',
      did: '办了什么',
      whom: '关于谁',
      why: '理由',
    },
    someone: '已注销的人',
    empty: '还没有留痕',
    emptySay: '有人用身份查看或办事，会记在这里。',
    more: '看更早的',
  },

  heads: {
    title: '留痕公示',
    say: '每天的留痕算出一个校验码。您抄下一个，以后就能证明留痕有没有被改过。',
    row: (date: string, count: number) => `${date}，共${count}条`,
    copy: '复制校验码',
    copyLabel: (date: string) => `复制${date}的校验码`,
    copied: '校验码已经复制。',
    none: '还没有公示。今天的留痕，明天公示。',
    more: '看更早的',
    noCommunity: '加入社区以后，可以看到本社区的公示。',
  },
}
