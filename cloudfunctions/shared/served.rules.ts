import type { Operation } from '../../types/contract/operation'

/**
 * A function serves each operation of its contract, under its own name, and nothing else; and every one of
 * them says who may call it. Throws otherwise, so that a function that could be called by anybody, or that
 * lacks an operation, does not start.
 */
export function holdToContract(
  functionName: string,
  operations: Readonly<Record<string, Operation>>,
  handlers: Readonly<Record<string, { declared: Operation }>>,
): void {
  for (const [name, declared] of Object.entries(operations)) {
    const fault = faultOf(declared, handlers[name]?.declared)
    if (fault !== undefined) throw new Error(`${functionName}.${name} ${fault}`)
  }
  const strange = Object.keys(handlers).find((name) => !Object.hasOwn(operations, name))
  if (strange !== undefined) throw new Error(`${functionName}.${strange} is not in the contract`)
}

function faultOf(declared: Operation, served: Operation | undefined): string | undefined {
  if (served === undefined) return 'has no handler'
  if (served !== declared) return 'is served by the handler of another operation'
  // The types say so too; what was built without them is held to it all the same.
  const access = declared.access as Operation['access'] | undefined
  if (access === undefined) return 'does not say who may call it'
  if (access.who === 'role' && access.roles.length === 0) return 'is for a role, and names none'
  return undefined
}
