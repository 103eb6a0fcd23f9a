/** The words of addresses, as people write them. */

/** Chinese numerals below ten; two is written in two ways. */
export const NUMERALS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** What a numeral before it is multiplied by. */
export const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100 }

/** What makes an ordinal of a number. */
export const ORDINAL = /^第/

/** What may stand behind the number, by level: the first is how we write it. */
export const SUFFIXES: Readonly<Record<'building' | 'unit' | 'room', readonly string[]>> = {
  building: ['号楼', '栋', '幢', '座', '楼', '号'],
  unit: ['单元', '门洞', '门', '梯'],
  room: ['室', '号', '房', '户'],
}

/** The place of a role that is held over the whole environment. */
export const WHOLE = '全部'
