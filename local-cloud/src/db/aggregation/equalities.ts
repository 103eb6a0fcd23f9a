import { isDoc, type Doc, type Value } from '../values'

const isPath = (value: Value): value is string => typeof value === 'string' && /^\$[^$]/.test(value)

/** A constant, or a variable that is bound, as a value an index can look up. */
function constant(value: Value, vars: Readonly<Record<string, Value>>): Value {
  if (typeof value === 'string' && value.startsWith('$$')) {
    const name = value.slice(2)
    return name in vars ? vars[name] : undefined
  }
  return isPath(value) || isDoc(value) || Array.isArray(value) ? undefined : value
}

function ofExpression(expression: Value, vars: Readonly<Record<string, Value>>, found: Doc): void {
  if (!isDoc(expression)) return
  if (Array.isArray(expression.$and))
    for (const part of expression.$and) ofExpression(part, vars, found)
  if (!Array.isArray(expression.$eq) || expression.$eq.length !== 2) return
  const [a, b] = expression.$eq
  const [path, other] = isPath(a) ? [a, b] : [b, a]
  const value = constant(other, vars)
  const indexable = value !== undefined && value !== null && !Array.isArray(value)
  if (isPath(path) && indexable) found[path.slice(1)] = { $eq: value }
}

/**
 * What a query says by `$expr: { $eq: ['$field', value] }`, as plain conditions an index can
 * answer. They are necessary, not sufficient: the query itself decides.
 */
export function equalities(query: Doc, vars: Readonly<Record<string, Value>> = {}): Doc {
  const found: Doc = {}
  for (const key of Object.keys(query)) {
    const condition = query[key]
    if (key === '$expr') ofExpression(condition, vars, found)
    else if (key === '$and' && Array.isArray(condition))
      for (const part of condition) if (isDoc(part)) Object.assign(found, equalities(part, vars))
  }
  return found
}
