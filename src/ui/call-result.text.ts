import type { CallResult } from '../../types/contract/announcement-desk'

/** Words of what became of a call or a visit. */
export const CALL_RESULT_TEXT = {
  record: '记下结果',
  result: {
    told: '电话里告诉了',
    visited: '上门告诉了',
    noAnswer: '没人接',
    wrongNumber: '号码不对',
    refused: '不愿意听',
  } satisfies Record<CallResult, string>,
  note: '要补充的（不用写就空着）',
  noteHint: '比如：晚上再打',
  missing: '请先选是什么结果。',
}
