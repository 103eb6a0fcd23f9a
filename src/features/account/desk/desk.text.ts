/** Words of the staff's own room: the ways to all that they do. */
export const DESK_HOME_TEXT = {
  title: '社区工作台',
  entrySay: '公告、提问、审核、居民',
  requests: '待审核申请',
  requestsSay: '谁要加入，谁要代办',
  people: '居民',
  peopleSay: '查找、登记、户码、搬走',
  import: '导入名册',
  importSay: '从表格里登记居民',
  roles: '身份与邀请',
  rolesSay: '谁有什么身份，邀请和收回',
  places: '社区和楼栋',
  placesSay: '街道、社区、楼栋，服务站的电话',
  audit: '本社区留痕',
  auditSay: '谁看了什么、办了什么',
  nothing: '这里是工作人员用的',
  nothingSay: '您在这里没有要办的事。',
}
