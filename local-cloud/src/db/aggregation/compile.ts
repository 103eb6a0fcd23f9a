import { own, splitPath } from '../paths'
import { isDoc, setField, type Doc, type Value } from '../values'
import { arithmetic } from './arithmetic'
import { arrays } from './arrays'
import { conditions } from './conditions'
import { conversions } from './conversions'
import { dates } from './dates'
import { objects } from './objects'
import { refuseExpression, type Expr, type Operator, type Scope } from './scope'
import { sets } from './sets'
import { strings } from './strings'
import { summaries } from './summaries'

const OPERATORS = new Map<string, Operator>(
  [arithmetic, arrays, conditions, conversions, dates, objects, sets, strings, summaries].flatMap(
    (group) => Object.entries(group),
  ),
)

/** What an expression's path reaches: through arrays, element by element, dropping what lacks it. */
export function valueAt(value: Value, parts: readonly string[], from = 0): Value {
  if (from === parts.length) return value
  if (Array.isArray(value))
    return value
      .filter(isDoc)
      .map((item) => valueAt(item, parts, from))
      .filter((item) => item !== undefined)
  return isDoc(value) ? valueAt(own(value, parts[from]!), parts, from + 1) : undefined
}

function variable(name: string, scope: Scope): Value {
  switch (name) {
    case 'ROOT':
      return scope.root
    case 'CURRENT':
      return 'CURRENT' in scope.vars ? scope.vars.CURRENT : scope.root
    case 'NOW':
      return new Date(scope.now)
    case 'REMOVE':
      return undefined
    default:
      if (!(name in scope.vars)) refuseExpression(`Use of undefined variable: ${name}`)
      return scope.vars[name]
  }
}

function compilePath(text: string): Expr {
  const parts = splitPath(text.slice(text.startsWith('$$') ? 2 : 1))
  if (parts.some((part) => part === '')) refuseExpression(`'${text}' is not a valid field path`)
  if (!text.startsWith('$$')) return (scope) => valueAt(variable('CURRENT', scope), parts)
  return (scope) => valueAt(variable(parts[0]!, scope), parts, 1)
}

function compileObject(doc: Doc): Expr {
  const fields = Object.keys(doc).map((key) => {
    if (key.includes('.'))
      refuseExpression(
        `FieldPath field names may not contain '.'. Consider using $getField or $setField: ${key}`,
      )
    return [key, compileExpression(doc[key])] as const
  })
  return (scope) => {
    const made: Doc = {}
    for (const [key, field] of fields) {
      const value = field(scope)
      if (value !== undefined) setField(made, key, value)
    }
    return made
  }
}

/** Compiles an aggregation expression. Throws QueryRefused where MongoDB refuses it. */
export function compileExpression(expression: Value): Expr {
  if (typeof expression === 'string' && expression.startsWith('$') && expression.length > 1)
    return compilePath(expression)
  if (Array.isArray(expression)) {
    const items = expression.map(compileExpression)
    return (scope) => items.map((item) => item(scope) ?? null)
  }
  if (!isDoc(expression)) return () => expression
  const keys = Object.keys(expression)
  const [name] = keys
  if (!name?.startsWith('$')) return compileObject(expression)
  if (keys.length !== 1)
    refuseExpression(
      `an object representing an expression must have exactly one field: { ${keys.join(', ')} }`,
    )
  if (name === '$literal') {
    const literal = expression.$literal
    return () => literal
  }
  const operator = OPERATORS.get(name)
  if (operator === undefined) return refuseExpression(`Unrecognized expression '${name}'`)
  return operator(expression[name], compileExpression)
}
