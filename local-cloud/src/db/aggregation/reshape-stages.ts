import { isIndex, own, splitPath } from '../paths'
import { makeNumber } from '../numbers'
import { isDoc, setField, type Doc, type Value } from '../values'
import { compileExpression } from './compile'
import { refuseExpression, typed } from './scope'
import { scopeOf, type StageCompiler } from './stage'

/** The document with `value` at a dotted path; what lies on the way is copied, not changed. */
export function withPath(doc: Doc, parts: readonly string[], value: Value): Doc {
  const copy: Doc = { ...doc }
  const [first, ...rest] = parts
  const inner = copy[first!]
  const next = rest.length === 0 ? value : withPath(isDoc(inner) ? inner : {}, rest, value)
  if (next === undefined) delete copy[first!]
  else setField(copy, first!, next)
  return copy
}

const valueOf = (doc: Doc, parts: readonly string[]): Value =>
  parts.reduce<Value>((value, part) => {
    if (Array.isArray(value) && isIndex(part)) return value[Number(part)]
    return isDoc(value) ? own(value, part) : undefined
  }, doc)

export const unwind: StageCompiler = (argument) => {
  const options: Doc = isDoc(argument) ? argument : { path: argument }
  const { path, includeArrayIndex: indexName, preserveNullAndEmptyArrays: preserve } = options
  if (typeof path !== 'string')
    return refuseExpression(`expected a string as the path for $unwind stage, got ${typed(path)}`)
  if (!path.startsWith('$'))
    refuseExpression(`path option to $unwind stage should be prefixed with a '$': ${path}`)
  const parts = splitPath(path.slice(1))
  const numbered = (doc: Doc, index: Value): Doc =>
    typeof indexName === 'string' ? withPath(doc, splitPath(indexName), index) : doc
  return (docs) =>
    docs.flatMap((doc) => {
      const value = valueOf(doc, parts)
      const empty =
        value === undefined || value === null || (Array.isArray(value) && value.length === 0)
      if (empty) {
        if (preserve !== true) return []
        return [numbered(Array.isArray(value) ? withPath(doc, parts, undefined) : doc, null)]
      }
      if (!Array.isArray(value)) return [numbered(doc, null)]
      return value.map((item, i) => numbered(withPath(doc, parts, item), makeNumber('long', i)))
    })
}

export const replaceRoot: StageCompiler = (argument, context) => {
  if (!isDoc(argument) || !('newRoot' in argument))
    return refuseExpression('no newRoot specified for the $replaceRoot stage')
  return replaceWith(argument.newRoot, context)
}

export const replaceWith: StageCompiler = (argument, context) => {
  const root = compileExpression(argument)
  return (docs) =>
    docs.map((doc): Doc => {
      const made = root(scopeOf(doc, context))
      if (isDoc(made)) return made
      return refuseExpression(
        `'newRoot' expression must evaluate to an object, but resulting value was of type: ${typed(made)}`,
      )
    })
}

const DESCEND = 'descend'
const PRUNE = 'prune'
const KEEP = 'keep'

export const redact: StageCompiler = (argument, context) => {
  const decide = compileExpression(argument)
  const level = (value: Value, root: Doc): Value => {
    if (Array.isArray(value))
      return value.map((item) => level(item, root)).filter((item) => item !== undefined)
    if (!isDoc(value)) return value
    const vars = { ...context.vars, DESCEND, PRUNE, KEEP, CURRENT: value }
    const decision = decide({ root, vars, now: context.now })
    if (decision === KEEP) return value
    if (decision === PRUNE) return undefined
    if (decision !== DESCEND)
      return refuseExpression(
        "$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE",
      )
    const made: Doc = {}
    for (const key of Object.keys(value)) {
      const kept = level(value[key], root)
      if (kept !== undefined) setField(made, key, kept)
    }
    return made
  }
  return (docs) => docs.map((doc) => level(doc, doc)).filter(isDoc)
}
