import { someAt, splitPath } from '../paths'
import { isDoc, numberOf, type Doc, type Value } from '../values'
import { compileExpression, valueAt } from './compile'
import { equalities } from './equalities'
import { withPath } from './reshape-stages'
import { refuseExpression, type Expr } from './scope'
import { identity } from './sets'
import { scopeOf, type StageCompiler, type StageContext } from './stage'
import { makeNumber } from '../numbers'

/** What a document's `localField` asks the foreign field to equal: one of these. */
function localValues(doc: Doc, path: string): Value[] {
  const values: Value[] = []
  someAt(doc, splitPath(path), (leaf) => {
    if (Array.isArray(leaf)) values.push(...leaf)
    else values.push(leaf ?? null)
    return false
  })
  return values.length === 0 ? [null] : values
}

function text(stage: string, argument: Doc, name: string): string {
  const value = argument[name]
  return typeof value === 'string'
    ? value
    : refuseExpression(`${stage} argument '${name}' must be a string`)
}

/** The stages of a `$lookup`'s pipeline on what the foreign collection has, by index where it can. */
function foreignPipeline(pipeline: Doc[], context: StageContext, joined: Doc | undefined) {
  return (from: string, vars: StageContext['vars']): Doc[] => {
    const first = pipeline[0]?.$match
    const bound = isDoc(first) ? equalities(first, vars) : {}
    const parts = [...(joined ? [joined] : []), bound].filter(
      (part) => Object.keys(part).length > 0,
    )
    const query: Doc = parts.length === 1 ? parts[0]! : parts.length > 1 ? { $and: parts } : {}
    return context.compile(pipeline, { ...context, vars })(context.find(from, query))
  }
}

/** `$lookup` by equal fields, by a pipeline with variables, or both. */
export const lookup: StageCompiler = (argument, context) => {
  if (!isDoc(argument)) return refuseExpression('the $lookup specification must be an Object')
  const from = text('$lookup', argument, 'from')
  const as = splitPath(text('$lookup', argument, 'as'))
  const { localField, foreignField, pipeline, let: bindings } = argument
  const byFields = typeof localField === 'string' && typeof foreignField === 'string'
  if (!byFields && !Array.isArray(pipeline))
    refuseExpression(
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    )
  const names: [string, Expr][] = isDoc(bindings)
    ? Object.keys(bindings).map((name) => [name, compileExpression(bindings[name])])
    : []
  const stages = Array.isArray(pipeline) ? pipeline.filter(isDoc) : undefined
  // A mistake in the pipeline is refused even when there is nothing to join.
  if (stages) context.compile(stages, context)
  const joinQuery = (doc: Doc): Doc | undefined => {
    if (!byFields) return undefined
    const values = localValues(doc, localField)
    return { [foreignField]: values.length === 1 ? { $eq: values[0] } : { $in: values } }
  }
  return (docs) =>
    docs.map((doc) => {
      const joined = joinQuery(doc)
      if (!stages) return withPath(doc, as, context.find(from, joined!))
      const scope = scopeOf(doc, context)
      const vars = {
        ...context.vars,
        ...Object.fromEntries(names.map(([name, value]) => [name, value(scope)])),
      }
      return withPath(doc, as, foreignPipeline(stages, context, joined)(from, vars))
    })
}

/** `$graphLookup`: follows a field from document to document, breadth first. */
export const graphLookup: StageCompiler = (argument, context) => {
  if (!isDoc(argument)) return refuseExpression('the $graphLookup specification must be an Object')
  const from = text('$graphLookup', argument, 'from')
  const as = splitPath(text('$graphLookup', argument, 'as'))
  const connectFrom = splitPath(text('$graphLookup', argument, 'connectFromField'))
  const connectTo = text('$graphLookup', argument, 'connectToField')
  const start = compileExpression(argument.startWith)
  const most = argument.maxDepth === undefined ? Infinity : numberOf(argument.maxDepth)
  const { depthField, restrictSearchWithMatch: restriction } = argument
  const listed = (value: Value): Value[] =>
    Array.isArray(value) ? value : value === undefined ? [] : [value]
  return (docs) =>
    docs.map((doc) => {
      const found = new Map<string, Doc>()
      let frontier = listed(start(scopeOf(doc, context)))
      for (let depth = 0; frontier.length > 0 && depth <= (most ?? Infinity); depth++) {
        const edge: Doc = { [connectTo]: { $in: frontier } }
        const query = isDoc(restriction) ? { $and: [edge, restriction] } : edge
        const fresh = context.find(from, query).filter((node) => !found.has(identity(node._id)))
        for (const node of fresh)
          found.set(
            identity(node._id),
            typeof depthField === 'string'
              ? withPath(node, splitPath(depthField), makeNumber('long', depth))
              : node,
          )
        frontier = fresh.flatMap((node) => listed(valueAt(node, connectFrom)))
      }
      return withPath(doc, as, [...found.values()])
    })
}
