import type { Contract } from '../../../../types/contract'
import type { CallError } from '../../../../types/contract/wire'

type AddError = CallError<Contract['account.addDependent']['error']>

/** What can be wrong with registering somebody: each has its field. */
export type DependentField = 'name' | 'where' | 'relation' | 'scope' | 'myName' | 'agreed'
export type DependentProblems = Partial<Record<DependentField, string>>

/** Which field the cloud means by a path of the input. */
const MEANT: Partial<Record<string, DependentField>> = {
  room: 'where',
  name: 'name',
  relation: 'relation',
  scope: 'scope',
  myName: 'myName',
  policyVersion: 'agreed',
}

/** A refusal as sentences beside the fields; none when it concerns the whole. */
export function dependentProblems({ code, message, fields }: AddError): DependentProblems {
  if (code === 'NOT_FOUND') return { where: message }
  const problems: DependentProblems = {}
  for (const [path, sentence] of Object.entries(fields ?? {})) {
    const meant = MEANT[path.split('.')[0] ?? '']
    if (meant) problems[meant] = sentence
  }
  return problems
}
