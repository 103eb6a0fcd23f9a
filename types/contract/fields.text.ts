import { LIMITS } from './limits'

/** What the resident reads beside a field that must be mended. */
export const FIELD_TEXT = {
  check: '请检查这一项。',
  chooseAgain: '请重新选择。',
  readAgain: '请返回上一页，重新打开。',
  scanAgain: '这个码不完整，请再扫一次。',
  chooseDay: '请选择日期。',
  dayForm: '日期要写成 2026-11-22 这样。',
  noSuchDay: '没有这一天，请重新选择日期。',
  dayOrder: '结束日期不能早于开始日期。',
  rangeTooLong: `一次最多查${LIMITS.slotRangeDays}天，请缩短日期。`,
  writeText: '请写文字。',
  noteTooLong: `备注最多${LIMITS.bookingNoteChars}个字，请写短一些。`,
  fileTooLarge: '文件太大了。请分成几个文件再上传。',
  policyChanged: '隐私保护指引更新了，请重新打开阅读。',
  writeName: '请写姓名。',
  nameTooLong: `姓名最多${LIMITS.nameChars}个字。`,
  writePlace: '请写楼号、单元或房号。',
  placeTooLong: `最多${LIMITS.placeNameChars}个字。`,
  badPhone: '号码不对。手机号是11位，座机要带区号。',
  codeAgain: '码不对，请再看一遍。',
  sixDigits: '请输入六位数字。',
  chooseRoom: '请选楼号、写房号。',
  sentenceTooLong: `最多${LIMITS.sentenceChars}个字，请写短一些。`,
  findBy: '请写姓名、电话，或者楼号和房号，再查。',
  fileKind: '请选表格文件。',
} as const
