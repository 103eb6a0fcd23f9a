import type { HEADINGS } from './roster-words.text'

type Column = keyof typeof HEADINGS

/** How a column is called in a report. */
export const COLUMN_NAMES: Record<Column | 'basis' | 'reviewDay', string> = {
  key: '编号',
  householdKey: '户号',
  name: '姓名',
  phone: '手机',
  building: '楼号',
  unit: '单元',
  room: '房号',
  address: '住址',
  birthDay: '出生日期',
  idNumber: '身份证号',
  relation: '身份',
  livesAlone: '独居',
  lowIncome: '低保',
  disability: '残疾',
  basis: '依据',
  reviewDay: '复核日期',
}

/**
 * What is wrong with a row, and what to mend. None repeats what stands in the cell: a report is read by
 * more people than the list.
 */
export const PROBLEM_TEXT = {
  noName: '没有姓名。请填上姓名。',
  badName: '姓名不像人名。请写名字，最多20个字。',
  badPhone: '号码不对。请写11位手机号，或带区号的座机号。',
  twoPhones: '一格里有两个号码。请只留一个。',
  numberBroken: '号码变成了科学计数。请把这一列设为“文本”，重填后再上传。',
  noBuilding: '没有楼号。请填上，如“3号楼”。',
  noRoom: '没有房号。请填上，如“501”。',
  badPlace: '楼号、单元或房号太长了。请写短一些，如“3号楼”“501”。',
  badAddress: '住址看不懂。请写成“3号楼2单元501室”或“3-2-501”。',
  badDay: '日期不对。请写成“1950-03-09”这样，年月日都要有。',
  noSuchDay: '没有这一天。请核对日期。',
  dayAhead: '出生日期还没有到。请核对年份。',
  badIdNumber: '身份证号不对。请核对；不填也可以，改填出生日期。',
  daysDiffer: '出生日期和身份证号不一致。请核对。',
  badRelation: '身份看不懂。请写“业主”“租户”或“家人”。',
  badMark: '看不懂。请写“是”或“否”，不清楚就空着。',
  basisTooLong: '依据太长了。请写短一些，最多100个字。',
  badReview: '复核日期不对。请写成“2027-03-09”这样。',
  badKey: '编号太长了。请写短一些，最多40个字。',
  sameKey: (line: number) => `编号和第${line}行一样。请改成不同的编号。`,
  samePerson: (line: number) =>
    `和第${line}行像是同一个人。请删掉一行；是两个人就都填上出生日期或编号。`,
  gone: '这个编号的人已经不住这里了，没有改动。请到居民档案里核对。',
  moved: '这个编号的人在名册里住别处。请核对是不是搬了家，再到居民档案里改。',
  otherKey: '名册里这一户有同名的人，编号不一样。请核对编号。',
  twoAlike: '名册里这一户有两个同名的人。请填上出生日期，或先到居民档案里核对。',
  alikeElsewhere: '名册里有很像的人，住址或姓名不一样。请核对后，到居民档案里改。',
  noBuildingHere: '社区里没有这栋楼。请核对楼号；是新楼就先在“地点”里添加。',
  changedMeanwhile: '导入时有人正在改这个人的档案，没有改动。请再导入一次。',
} as const

/** What is wrong with a row, in a word. */
export type RowProblem = keyof typeof PROBLEM_TEXT

/** Why no column can be taken over. */
export const HEADING_TEXT = {
  noName: '没有找到“姓名”这一列。请在第一行写上各列的名字，再上传。',
  noPlace: '没有找到住在哪里。请加上“楼号”和“房号”两列，或“住址”一列，再上传。',
  noRows: '只有标题，没有人。请填好再上传。',
} as const

export type HeadingProblem = keyof typeof HEADING_TEXT
