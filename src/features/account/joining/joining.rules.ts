import type { Contract } from '../../../../types/contract'
import type { CallError } from '../../../../types/contract/wire'

type JoinError = CallError<Contract['account.joinHousehold']['error']>

/** What can be wrong with joining: each has its field. */
export type JoinField = 'where' | 'name' | 'relation' | 'letters' | 'phone' | 'agreed'
export type JoinProblems = Partial<Record<JoinField, string>>

/** Which field an error is about; the others concern the whole. */
const FIELD: Partial<Record<string, JoinField>> = {
  CODE_UNKNOWN: 'letters',
  CODE_WRONG: 'letters',
  CODE_LOCKED: 'letters',
  NAME_TAKEN: 'name',
  NOT_FOUND: 'where',
}

/** Which field the cloud means: `room.building` is where, `code` the letters. */
const MEANT: Partial<Record<string, JoinField>> = {
  room: 'where',
  name: 'name',
  relation: 'relation',
  code: 'letters',
  phone: 'phone',
  policyVersion: 'agreed',
}

/** A refusal as sentences beside the fields; none when it concerns the whole. */
export function problemsOf({ code, message, fields }: JoinError): JoinProblems {
  const field = FIELD[code]
  if (field) return { [field]: message }
  const problems: JoinProblems = {}
  for (const [path, sentence] of Object.entries(fields ?? {})) {
    const meant = MEANT[path.split('.')[0] ?? '']
    if (meant) problems[meant] = sentence
  }
  return problems
}
