import type { OperationName } from '../../../../types/contract'
import type { Trace } from '../../../../types/contract/account-data'
import { ACCOUNT_TEXT } from '../account.text'
import { TRAIL_TEXT } from './trail.text'

const { DID, AS, FIELDS, REASONS, didSomething, refused } = TRAIL_TEXT

/** As what somebody acted: 社区工作者, 代办人. */
export const actorOf = ({ as }: Pick<Trace, 'as'>): string =>
  AS[as] ?? (as in ACCOUNT_TEXT.role ? ACCOUNT_TEXT.role[as as keyof typeof ACCOUNT_TEXT.role] : as)

/** What was done: 看了电话、出生日期. Fields nobody gave a plain name are left out. */
export function actOf({ op, fields }: Pick<Trace, 'op' | 'fields'>): string {
  const did = DID[op as OperationName] ?? didSomething
  const named = namedFields(fields)
  return op === 'account.revealResident' || op === 'account.saveResident'
    ? [did, named].filter(Boolean).join(op === 'account.saveResident' ? '：' : '')
    : did
}

/** 社区工作者周敏看了您的电话 */
export function sentenceOf(trace: Trace): string {
  const who = `${actorOf(trace)}${trace.byName ?? ''}`
  if (trace.op === 'account.revealResident' && namedFields(trace.fields)) {
    return `${who}看了${TRAIL_TEXT.mine.what(namedFields(trace.fields))}`
  }
  if (trace.op === 'account.viewResident') return `${who}查看了${TRAIL_TEXT.mine.you}登记`
  if (trace.op === 'account.saveResident') {
    const named = namedFields(trace.fields)
    return `${who}改了${TRAIL_TEXT.mine.what(named || '登记')}`
  }
  return who + actOf(trace)
}

/** Why: 打电话联系, or why it was refused. */
export const whyOf = ({ reason, refused: code }: Trace): string | undefined =>
  code ? refused(code) : reason && (REASONS[reason] ?? reason)

const namedFields = (fields: readonly string[]): string =>
  fields
    .map((field) => FIELDS[field])
    .filter(Boolean)
    .join('、')
