import { splitPath } from '../paths'
import { isDoc, numberOf, setField, type Doc, type Value } from '../values'
import { compileExpression } from './compile'
import { refuseExpression, typed, type Expr, type Scope } from './scope'
import { scopeOf, type StageCompiler } from './stage'

/** What a projection says of a field: kept, computed, or only of what is within it. */
interface Node {
  keep?: boolean
  compute?: Expr
  children: Map<string, Node>
}

const emptyNode = (): Node => ({ children: new Map() })

function childAt(node: Node, path: string): Node {
  for (const part of splitPath(path)) {
    if (part === '') refuseExpression('FieldPath field names may not be empty strings.')
    if (node.keep !== undefined || node.compute)
      refuseExpression(`specification contains two conflicting paths: '${path}'`)
    let child = node.children.get(part)
    if (child === undefined) node.children.set(part, (child = emptyNode()))
    node = child
  }
  if (node.keep !== undefined || node.compute || node.children.size > 0)
    refuseExpression(`specification contains two conflicting paths: '${path}'`)
  return node
}

const isExpression = (value: Value): boolean =>
  !isDoc(value) || (Object.keys(value)[0] ?? '').startsWith('$')

/** Walks `{ a: { b: expression } }` and `{ 'a.b': expression }` alike. */
function visit(spec: Doc, prefix: string, see: (path: string, value: Value) => void): void {
  for (const key of Object.keys(spec)) {
    if (key.startsWith('$'))
      refuseExpression(`FieldPath field names may not start with '$': ${key}`)
    const value = spec[key]
    const path = `${prefix}${key}`
    if (isExpression(value)) see(path, value)
    else if (Object.keys(value as Doc).length === 0)
      refuseExpression(`an empty object is not a valid value. Found empty object at path ${path}`)
    else visit(value as Doc, `${path}.`, see)
  }
}

/** Adds a node's computed fields to a value; an array is changed element by element. */
function withComputed(value: Value, node: Node, scope: Scope): Value {
  if (node.compute) return node.compute(scope)
  if (!computes(node)) return value
  if (Array.isArray(value)) return value.map((item) => withComputed(item, node, scope))
  const made: Doc = isDoc(value) ? { ...value } : {}
  for (const [key, child] of node.children) {
    const next = withComputed(made[key], child, scope)
    if (next === undefined) delete made[key]
    else setField(made, key, next)
  }
  return made
}

const computes = (node: Node): boolean =>
  node.compute !== undefined || [...node.children.values()].some(computes)

function included(value: Value, node: Node): Value {
  if (node.keep === true) return value
  if (node.compute) return undefined
  if (Array.isArray(value))
    return value
      .filter((item) => isDoc(item) || Array.isArray(item))
      .map((item) => included(item, node))
  if (!isDoc(value)) return undefined
  const made: Doc = {}
  for (const key of Object.keys(value)) {
    const child = node.children.get(key)
    const kept = child && included(value[key], child)
    if (kept !== undefined) setField(made, key, kept)
  }
  return made
}

function excluded(value: Value, node: Node): Value {
  if (node.keep === false) return undefined
  if (Array.isArray(value)) return value.map((item) => excluded(item, node) ?? null)
  if (!isDoc(value)) return value
  const made: Doc = {}
  for (const key of Object.keys(value)) {
    const child = node.children.get(key)
    const kept = child ? excluded(value[key], child) : value[key]
    if (kept !== undefined) setField(made, key, kept)
  }
  return made
}

/** 1 and true keep, 0 and false drop; anything else is an expression. */
function keepOf(value: Value): boolean | undefined {
  if (typeof value === 'boolean') return value
  const number = numberOf(value)
  return number === undefined ? undefined : number !== 0
}

function specification(name: string, argument: Value): Doc {
  if (!isDoc(argument))
    return refuseExpression(`${name} specification must be an object, but was ${typed(argument)}`)
  if (Object.keys(argument).length === 0)
    refuseExpression(`Invalid ${name} :: caused by :: specification must have at least one field`)
  return argument
}

export const project: StageCompiler = (argument, context) => {
  const root = emptyNode()
  let including: boolean | undefined
  visit(specification('$project', argument), '', (path, value) => {
    const node = childAt(root, path)
    const keep = keepOf(value)
    if (keep === undefined) node.compute = compileExpression(value)
    else node.keep = keep
    if (path === '_id' && keep === false) return
    const includes = keep !== false
    if (including !== undefined && including !== includes)
      refuseExpression(
        includes
          ? `Invalid $project :: caused by :: Bad projection specification, cannot include fields or add computed fields during an exclusion projection: ${path}`
          : `Invalid $project :: caused by :: Bad projection specification, cannot exclude fields other than '_id' in an inclusion projection: ${path}`,
      )
    including = includes
  })
  if (including !== true) return (docs) => docs.map((doc) => excluded(doc, root) as Doc)
  const id = root.children.get('_id')
  if (id?.keep === false) root.children.delete('_id')
  else if (id === undefined) root.children.set('_id', { keep: true, children: new Map() })
  return (docs) =>
    docs.map((doc) => withComputed(included(doc, root), root, scopeOf(doc, context)) as Doc)
}

export const addFields: StageCompiler = (argument, context) => {
  const root = emptyNode()
  visit(specification('$addFields', argument), '', (path, value) => {
    childAt(root, path).compute = compileExpression(value)
  })
  return (docs) => docs.map((doc) => withComputed(doc, root, scopeOf(doc, context)) as Doc)
}

export const unset: StageCompiler = (argument) => {
  const root = emptyNode()
  for (const path of Array.isArray(argument) ? argument : [argument]) {
    if (typeof path !== 'string')
      refuseExpression('$unset specification must be a string or an array of strings')
    childAt(root, path).keep = false
  }
  return (docs) => docs.map((doc) => excluded(doc, root) as Doc)
}
