import type { CallEntry } from '../../../../../types/contract/announcement-desk'

/** Words of calling on those who have not read what they must. */
export const CALLS_TEXT = {
  title: '打电话名单',
  listTitle: '没看到公告的人',
  empty: '现在没有要打的电话',
  emptySay: '公告到了时间还有人没看，会在这里列出来。',
  left: (left: number, people: number) => `还有${left}人，共${people}人`,
  allReached: '都告诉到了',
  making: '正在列名单，过一两分钟再看',
  from: (when: string) => `${when}起`,

  say: '电话里说什么',
  nobody: '都告诉到了',
  nobodySay: '名单上没有人了。谢谢您。',
  choose: '选一位',
  chooseSay: '点左边的人，看电话、记结果。',
  back: '回到名单',
  more: '看后面的人',

  why: {
    elder: '60岁以上',
    veryOld: '80岁以上',
    alone: '独居',
  } satisfies Record<CallEntry['why'][number], string>,
  withoutPhone: '没有用手机',

  home: '住在',
  reveal: '看电话号码',
  revealing: '正在查…',
  revealSay: '您看了谁的电话，会记在社区留痕里。',
  noPhone: '没有留电话，请上门告诉。',
  dial: (phone: string) => `拨打 ${phone}`,

  save: '记下',
  saving: '正在记…',
  saved: (name: string) => `${name}的结果记下了。`,
  former: (result: string, by: string, when: string) => `上次：${result}，${by}，${when}`,
}
