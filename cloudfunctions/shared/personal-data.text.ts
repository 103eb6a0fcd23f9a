import type { PartKey } from './personal-data'

/** What is held of a person, and what erasing does with it, as the person reads it. */
export const PERSONAL_TEXT: Record<PartKey, { what: string; why?: string }> = {
  account: { what: '我的账号：姓名、手机号、住处、身份、同意记录、我代办的家人' },
  helpers: { what: '别人代我办事的授权' },
  ownRecord: { what: '我加入时填写的居民信息', why: '只留下一个没有姓名的编号' },
  rosterRecord: {
    what: '社区自己登记的居民信息',
    why: '这是社区依法履行职责登记的，由社区保管；会换一个新编号，去掉与微信的关联和您填的手机号。依据：个人信息保护法第十三条第一款第三项',
  },
  ownRequests: { what: '我的申请：加入住处、为家人代办' },
  requestsToHelp: { what: '别人申请代我办事的记录', why: '会撤回，不再写着您是谁' },
  invitations: { what: '我用过的身份邀请', why: '邀请不再写着是谁用的' },
  changes: {
    what: '住处变动的办理记录（只有编号和时间）',
    why: '用来证明确实办了；里面没有姓名、电话。依据：个人信息保护法第六十九条',
  },
  diary: { what: '我的日程', why: '还没到的会取消；过去的只留时间，不留姓名' },
  bookings: {
    what: '我的预约',
    why: '还没到的会取消；过去的只留时间和地点，备注、服务记录和评价会删掉',
  },
  facts: {
    what: '别人查看、办理我的数据的记录（只有编号，没有内容）',
    why: '防止有人偷看后抹掉痕迹，法律要求留存。依据：个人信息保护法第五十一条、第五十四条，网络安全法第二十三条（修订前第二十一条）',
  },
  notices: { what: '发给我的消息' },
  noticesToOthers: { what: '发给家人、写着我姓名的消息', why: '不再写着您的姓名' },
  files: { what: '我上传和导出的文件' },
  pushes: { what: '通过微信发给我的提醒' },
  pushesToOthers: { what: '通过微信发给家人、写着我姓名的提醒' },
  credits: { what: '我同意微信提醒的次数' },
  officeQuestions: { what: '我问社区的话和回复' },
  officeQuestionsTyped: { what: '我替家人问社区的话', why: '是家人的，只是不再写着谁写的' },
  calls: { what: '社区打电话找我的记录' },
  readings: { what: '我看过、确认过哪些公告' },
  readingsAtWork: { what: '我工作时看过哪些公告' },
  receipts: { what: '公告名单里我的一行', why: '会去掉您的一行，只留总人数' },
  questions: { what: '我在公告下的提问', why: '公开答过的会留下，不再写着是谁问的；其余删掉' },
  questionsTyped: { what: '我替家人在公告下的提问', why: '是家人的，只是不再写着谁写的' },
}
