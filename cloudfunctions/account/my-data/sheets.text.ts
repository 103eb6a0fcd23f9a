import type { SheetPlan } from './sheet-plan'
import { SHEETS_OF_MESSAGES } from './sheets-of-messages.text'

const HELP = [
  ['关系', 'relation', 'relation'],
  ['可以办', 'scope', 'scope'],
  ['开始', 'since', 'time'],
  ['结束', 'until', 'time'],
] as const

/** Every sheet of the file that a person is given, in their order. */
export const SHEETS: readonly SheetPlan[] = [
  {
    title: '我的资料',
    from: 'accounts',
    by: 'account',
    columns: [
      ['姓名', 'name'],
      ['手机号', 'phone'],
      ['手机号经微信验证', 'phoneVerified', 'yes'],
      ['现在的住处', 'home'],
      ['同意的隐私指引版本', 'policy.version'],
      ['同意的时间', 'policy.at', 'time'],
    ],
  },
  {
    title: '住处',
    from: 'accounts',
    by: 'account',
    lists: ['homes'],
    columns: [
      ['社区', 'region', 'place'],
      ['住处', 'home'],
      ['身份', 'relation', 'relation'],
    ],
  },
  {
    title: '我的身份',
    from: 'accounts',
    by: 'account',
    lists: ['roles'],
    columns: [
      ['身份', 'role', 'role'],
      ['范围', 'region', 'place'],
      ['开始', 'since', 'time'],
      ['结束', 'until', 'time'],
    ],
  },
  {
    title: '我代办的家人',
    from: 'accounts',
    by: 'account',
    lists: ['grants'],
    columns: [['姓名', 'name'], ['住处', 'home'], ...HELP],
  },
  {
    title: '代我办事的人',
    from: 'accounts',
    by: 'resident',
    lists: ['grants'],
    own: true,
    columns: [['姓名', '^name'], ...HELP],
  },
  {
    title: '社区登记',
    from: 'residents',
    by: 'account',
    columns: [
      ['姓名', 'name'],
      ['社区', 'region', 'place'],
      ['手机号', 'phone'],
      ['手机号已核实', 'phoneVerified', 'yes'],
      ['出生日期', 'birthDay'],
      ['住处', 'home'],
      ['状态', 'state', 'residentState'],
      ['名册编号', 'rosterKey'],
    ],
  },
  {
    title: '登记的住处',
    from: 'residents',
    by: 'account',
    lists: ['homes'],
    columns: [
      ['住处', 'home'],
      ['身份', 'relation', 'relation'],
      ['开始', 'since', 'time'],
      ['结束', 'until', 'time'],
    ],
  },
  {
    title: '登记的情况',
    from: 'residents',
    by: 'account',
    lists: ['attributes'],
    columns: [
      ['情况', 'name', 'attribute'],
      ['是否', 'value', 'yes'],
      ['依据', 'basis'],
      ['登记时间', 'setAt', 'time'],
      ['登记人', 'setBy', 'account'],
      ['复核日期', 'reviewDay'],
    ],
  },
  {
    title: '我的申请',
    from: 'requests',
    by: 'account',
    columns: [
      ['申请', 'kind', 'requestKind'],
      ['填写的姓名', 'name'],
      ['填写的手机号', 'phone'],
      ['住处', 'place'],
      ['关系', 'relation', 'relation'],
      ['为谁', 'forName'],
      ['可以办', 'scope', 'scope'],
      ['结果', 'state', 'requestState'],
      ['说明', 'say'],
      ['申请时间', 'askedAt', 'time'],
      ['答复时间', 'answeredAt', 'time'],
    ],
  },
  {
    title: '申请代我办事',
    from: 'requests',
    by: 'resident',
    columns: [
      ['申请', 'kind', 'requestKind'],
      ['申请人', 'name'],
      ['关系', 'relation', 'relation'],
      ['结果', 'state', 'requestState'],
      ['申请时间', 'askedAt', 'time'],
      ['答复时间', 'answeredAt', 'time'],
    ],
  },
  {
    title: '用过的邀请',
    from: 'codes',
    by: 'account',
    columns: [
      ['身份', 'role', 'role'],
      ['范围', 'place'],
      ['使用时间', 'usedAt', 'time'],
    ],
  },
  {
    title: '预约',
    from: 'bookings',
    by: 'resident',
    columns: [
      ['服务', 'serviceName'],
      ['地点', 'place'],
      ['开始', 'startsAt', 'time'],
      ['结束', 'endsAt', 'time'],
      ['状态', 'state', 'bookingState'],
      ['备注', 'note'],
      ['预约时间', 'bookedAt', 'time'],
      ['取消时间', 'cancelledAt', 'time'],
      ['上门到达', 'visit.in.at', 'time'],
      ['上门离开', 'visit.out.at', 'time'],
      ['核实情况', 'visit.check.say'],
    ],
  },
  {
    title: '补贴',
    from: 'diaries',
    by: 'resident',
    lists: ['entitlements'],
    columns: [
      ['每月', 'perMonth'],
      ['单位', 'unit', 'entitlementUnit'],
      ['开始', 'fromDay'],
      ['到哪天', 'untilDay'],
    ],
  },
  {
    title: '日程',
    from: 'diaries',
    by: 'resident',
    lists: ['held', 'kept', 'ended'],
    columns: [
      ['事项', 'view.serviceName'],
      ['地点', 'view.place'],
      ['开始', 'from', 'time'],
      ['结束', 'to', 'time'],
      ['取消时间', 'endedAt', 'time'],
    ],
  },
  {
    title: '发给我的消息',
    from: 'notices',
    by: 'account',
    columns: [
      ['时间', 'at', 'time'],
      ['内容', 'about.kind', 'noticeKind'],
      ['服务', 'about.serviceName'],
      ['服务时间', 'about.startsAt', 'time'],
      ['姓名', 'about.name'],
      ['地点', 'about.place'],
      ['身份', 'about.role', 'role'],
      ['读过的时间', 'readAt', 'time'],
    ],
  },
  {
    title: '写着我姓名的消息',
    from: 'notices',
    by: 'resident',
    columns: [
      ['时间', 'at', 'time'],
      ['内容', 'about.kind', 'noticeKind'],
      ['姓名', 'about.name'],
    ],
  },
  {
    title: '谁看过我的数据',
    from: 'auditFacts',
    by: 'resident',
    columns: [
      ['时间', 'at', 'time'],
      ['以什么身份', 'as', 'as'],
      ['是谁', 'by', 'account'],
      ['做了什么', 'op', 'operation'],
      ['涉及内容', 'fields', 'fields'],
      ['理由', 'reason', 'reason'],
      ['没有办成', 'refused', 'yes'],
    ],
  },
  {
    title: '住处变动',
    from: 'personChanges',
    by: 'resident',
    columns: [
      ['办理', 'kind', 'changeKind'],
      ['时间', 'at', 'time'],
      ['原因', 'reason', 'reason'],
    ],
  },
  {
    title: '文件',
    from: 'uploads',
    by: 'account',
    columns: [
      ['文件', 'kind', 'fileKind'],
      ['时间', 'issuedAt', 'time'],
      ['删除时间', 'removeAt', 'time'],
    ],
  },
  ...SHEETS_OF_MESSAGES,
]

/** The file's name on the phone. */
export const fileNameOf = (day: string): string => `我的邻里数据-${day}.xlsx`

/** What stands in a sheet without rows. */
export const NOTHING = '没有记录'
