/**
 * The words of a roster: how communities call their columns, and what they write into them. Compared
 * without blanks, line ends, stars and what stands in brackets. The columns are explained to people in
 * docs/roster.md.
 */

/** What a column can be taken over as. */
export const HEADINGS = {
  key: ['编号', '人员编号', '居民编号', '档案号', '档案编号'],
  householdKey: ['户号', '户编号', '家庭编号'],
  name: ['姓名', '名字', '居民姓名', '人员姓名'],
  phone: [
    ...['手机', '手机号', '手机号码', '移动电话', '电话', '电话号码', '联系电话'],
    ...['联系手机', '联系方式', '本人电话'],
  ],
  building: ['楼号', '楼栋', '楼栋号', '楼幢', '楼幢号', '楼', '栋', '栋号', '幢', '幢号', '楼座'],
  unit: ['单元', '单元号', '门洞', '梯号'],
  room: ['房号', '房间', '房间号', '室', '室号', '门牌', '门牌号', '户室号', '房屋号'],
  address: ['住址', '地址', '家庭住址', '居住地址', '现住址', '现居住地址', '详细地址', '房屋地址'],
  birthDay: ['出生日期', '出生年月日', '出生年月', '生日'],
  idNumber: ['身份证号', '身份证', '身份证号码', '公民身份号码', '居民身份证号', '证件号码'],
  relation: ['关系', '身份', '居住身份', '住户身份', '人员类别', '人员类型', '与房屋关系'],
  livesAlone: ['独居', '是否独居', '独居老人', '是否独居老人'],
  lowIncome: ['低保', '低收入', '是否低保', '是否低收入', '低保户', '低保低收入', '低保/低收入'],
  disability: ['残疾', '是否残疾', '残疾人', '是否残疾人', '残疾情况'],
} as const

/** Behind one of these a column says what it rests on, or when it is looked at again. */
export const BASIS = ['依据', '认定依据', '证明', '来源']
export const REVIEW = ['复核日期', '复核时间', '复查日期', '到期日期', '有效期至']

/** Of an attribute's own name: 独居依据, 低保复核日期. */
export const ATTRIBUTE_STEMS = {
  livesAlone: ['独居', '独居老人'],
  lowIncome: ['低保', '低收入', '低保户'],
  disability: ['残疾', '残疾人'],
} as const

export const RELATIONS = {
  owner: ['业主', '房主', '产权人', '所有权人', '房屋所有人'],
  tenant: ['租户', '租客', '承租人', '租住', '承租', '租房'],
  // The head of a registered household (户主) need not own the flat, and an owner has a vote.
  family: [
    ...['家人', '家属', '家庭成员', '户主', '本人', '配偶', '妻子', '丈夫', '妻', '夫'],
    ...['子女', '儿子', '女儿', '子', '女', '父母', '父亲', '母亲', '父', '母', '亲属', '同住人'],
    ...['孙子', '孙女', '儿媳', '女婿', '祖父', '祖母', '外公', '外婆', '岳父', '岳母'],
  ],
  other: ['其他', '保姆', '护工', '寄住', '借住'],
} as const

export const YES = ['是', '有', '对', '√', '✓', '✔', '☑', '1', 'Y', 'YES', 'TRUE', '享受']
export const NO = ['否', '无', '没有', '不是', '×', '✗', '✘', '0', 'N', 'NO', 'FALSE', '未享受']
/** Nothing is said: what is kept stays. */
export const NOTHING = ['', '/', '-', '—', '——', '\\', '暂无', '不详', '未知']

/** What people write in place of yes: it counts, and is kept as what it rests on. */
export const SAID_YES = {
  livesAlone: /^独居/,
  lowIncome: /低保|低收入|特困|边缘/,
  disability: /级|残|视力|听力|言语|肢体|智力|精神|多重/,
} as const

/** When nothing is given that an attribute rests on. */
export const BASIS_OF_LIST = '社区名册'

/** 1950年3月9日. */
export const DAY_IN_WORDS = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/

/** What may stand before a building in an address: 和平区南湖街道春晓社区, 文化路12号. */
export const BEFORE_BUILDING = [
  /^.*(?:省|市|区|县|街道|镇|乡|村)(?=.)/,
  /^.*?(?:路|街|道|巷|弄|胡同)\d+(?:号院|号)(?=.)/,
]
/** 3号楼2单元501室, 3栋501, 三号楼二单元五〇一: building, unit, room. */
export const ADDRESS =
  /^(.+?)(?:号楼|栋|幢|座|楼|#|号)-?(?:(.+?)(?:单元|门洞|门|梯|-))?-?([0-9A-Z零〇一二三四五六七八九十百]+)(?:室|号|房|户)?$/
/** 3-2-501, 3-501. */
export const DASHED = /^([0-9A-Z]+)-(?:([0-9A-Z]+)-)?([0-9A-Z]+)(?:室|号|房|户)?$/
/** A room with the unit before it: 2单元501, 2-501. */
export const UNIT_AND_ROOM = /^(.+?)(?:单元|门洞|-)(.+)$/

/** Numerals, also as they stand digit by digit: 五〇一 is 501, 二十一 is not. */
export const NUMERALS = /[零〇一二三四五六七八九十百]{2,}/g
export const TENS = /[十百]/
export const DIGITS: Readonly<Record<string, string>> = {
  ...{ 零: '0', 〇: '0', 一: '1', 二: '2', 三: '3', 四: '4' },
  ...{ 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' },
}
