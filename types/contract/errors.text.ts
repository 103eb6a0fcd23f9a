import type { ErrorCode } from './errors'

/** What the resident reads for each error: what happened and what to do next, short enough for an elder. */
export const ERROR_TEXT: Record<ErrorCode, string> = {
  BAD_EVENT: '请求格式不对。请更新小程序后再试。',
  UNKNOWN_OPERATION: '这个功能现在用不了。请更新小程序后再试。',
  BAD_INPUT: '填写的内容有误，请改一改再提交。',
  TOO_LARGE: '内容太长了，请删短一些再提交。',
  NO_IDENTITY: '没有认出您的微信。请关闭小程序，重新打开。',
  NOT_JOINED: '您还没有加入社区。请联系社区服务站登记。',
  NOT_ALLOWED: '您没有权限做这件事。如有疑问，请问社区服务站。',
  NOT_FOUND: '没有找到这项内容，可能已经撤下。请返回重新选择。',
  TAP_REUSED: '这次提交和上一次不一样。请返回上一页，重新提交。',
  BUSY: '现在人多，还没有办成。请稍等几秒再点一次。',
  TIMEOUT: '等得太久了，还没有结果。请再点一次，不会重复办理。',
  INTERNAL: '系统出了点问题。请再点一次；还不行就打电话给社区服务站。',
  OFFLINE: '网络不通。请检查手机网络后再点一次。',
  SLOT_FULL: '这个时段约满了。请换一个时段。',
  SLOT_PAST: '这个时段已经过了。请换一个时段。',
  SLOT_CLOSED: '这个时段停约了。请换一个时段。',
  ALREADY_BOOKED: '您已经约了这个时段，不用再约。可在“我的预约”查看。',
  TIME_CLASH: '这个时间您已有别的安排。请换一个时段，或先取消原来的。',
  TOO_MANY_BOOKINGS: '您的预约太多了。请先办完或取消几个，再来预约。',
  CONSENT_NEEDED: '写备注前，请先同意隐私保护指引。不写备注也能预约。',
  BOOKING_PENDING: '这个预约正在确认。请过两分钟再看。',
  ALREADY_CANCELLED: '这个预约已经取消了，不用再取消。',
  BOOKING_PAST: '服务已经开始或结束，不能取消了。有事请打电话给社区服务站。',
  CODE_UNKNOWN: '这个码用不了了。请问旁边的工作人员，或打社区服务站的电话。',
}
