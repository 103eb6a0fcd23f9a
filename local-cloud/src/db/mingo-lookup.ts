import { Aggregator } from 'mingo/aggregator'
import { evalExpr } from 'mingo/core'
import type { Iterator } from 'mingo/lazy'
import type { Options } from 'mingo/types'
import { freshOptions } from './mingo-context'
import { someAt, splitPath } from './paths'
import { cloneValue, setField, type Doc, type Value } from './values'

interface LookupArgument {
  from: string
  as: string
  localField?: string
  foreignField?: string
  let?: Doc
  pipeline?: Doc[]
}

/** Finds documents of another collection; an unknown collection has none. */
export type Resolver = (collection: string, query: Doc) => Doc[]

let resolver: Resolver = () => []

/** Runs `work` (synchronously) with `$lookup` reading through `find`. */
export function withLookup<T>(find: Resolver, work: () => T): T {
  const outer = resolver
  resolver = find
  try {
    return work()
  } finally {
    resolver = outer
  }
}

function localValues(doc: Doc, path: string): Value[] {
  const values: Value[] = []
  someAt(doc, splitPath(path), (leaf) => {
    if (Array.isArray(leaf)) values.push(...leaf)
    else values.push(leaf === undefined ? null : leaf)
    return false
  })
  return values.length === 0 ? [null] : values
}

function setPath(doc: Doc, path: string, value: Value): Doc {
  const copy: Doc = { ...doc }
  const [first, ...rest] = splitPath(path)
  const inner = copy[first!]
  setField(
    copy,
    first!,
    rest.length === 0
      ? value
      : setPath(
          typeof inner === 'object' && inner !== null ? (inner as Doc) : {},
          rest.join('.'),
          value,
        ),
  )
  return copy
}

/** `$lookup` in both forms, by index where the foreign collection has one. */
export function lookup(docs: Iterator, argument: LookupArgument, options: Options): Iterator {
  const { from, as, localField, foreignField, pipeline } = argument
  const find = resolver
  let everything: Doc[] | undefined
  return docs.map((item: unknown) => {
    const doc = item as Doc
    let found: Doc[]
    if (localField !== undefined && foreignField !== undefined) {
      const values = localValues(doc, localField)
      found = find(from, {
        [foreignField]: values.length === 1 ? { $eq: values[0] } : { $in: values },
      })
    } else found = everything ??= find(from, {})
    if (pipeline) {
      const bound = argument.let === undefined ? {} : (evalExpr(doc, argument.let, options) as Doc)
      const outer = freshOptions(options)
      const variables = { ...outer.variables, ...bound }
      const aggregator = new Aggregator(pipeline, { ...outer, variables })
      const input = found
      found = withLookup(find, () => aggregator.run<Doc>(input as never))
    }
    return setPath(doc, as, cloneValue(found))
  })
}
