import { QueryRefused } from './errors'
import { compileElement } from './match'
import { splitPath } from './paths'
import { matchedPosition } from './positional'
import { isDoc, numberOf, setField, type Doc, type Value } from './values'

interface Node {
  /** undefined: only the children are named. */
  keep?: boolean
  apply?: (value: Value, root: Doc) => Value
  children: Map<string, Node>
}

function slice(argument: Value): (value: Value) => Value {
  const [skip, count] = Array.isArray(argument)
    ? [numberOf(argument[0]) ?? 0, numberOf(argument[1]) ?? 0]
    : [undefined, numberOf(argument) ?? 0]
  return (value) => {
    if (!Array.isArray(value)) return value
    if (skip === undefined) return count >= 0 ? value.slice(0, count) : value.slice(count)
    const from = skip < 0 ? Math.max(0, value.length + skip) : skip
    return value.slice(from, from + count)
  }
}

function elemMatch(argument: Value): (value: Value) => Value {
  const test = compileElement(argument)
  return (value) => {
    if (!Array.isArray(value)) return undefined
    const found = value.find(test)
    return found === undefined ? undefined : [found]
  }
}

/** 'list.$': the one element that the query found. */
function positional(query: Doc): (value: Value, root: Doc) => Value {
  return (value, root) => {
    if (!Array.isArray(value)) return value
    const found = matchedPosition(root, query)
    if (found === undefined || found >= value.length)
      throw new QueryRefused(
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      )
    return [value[found]]
  }
}

function nodeAt(root: Node, path: string): Node {
  let node = root
  for (const part of splitPath(path)) {
    let child = node.children.get(part)
    if (child === undefined) node.children.set(part, (child = { children: new Map() }))
    node = child
  }
  return node
}

function include(value: Value, node: Node, root: Doc): Value {
  if (node.apply) return node.apply(value, root)
  if (node.keep === true) return value
  if (Array.isArray(value))
    return value.map((item) => include(item, node, root)).filter((item) => item !== undefined)
  if (!isDoc(value)) return undefined
  const out: Doc = {}
  for (const key of Object.keys(value)) {
    const child = node.children.get(key)
    const kept = child && include(value[key], child, root)
    if (kept !== undefined) setField(out, key, kept)
  }
  return out
}

function exclude(value: Value, node: Node, root: Doc): Value {
  if (node.apply) return node.apply(value, root)
  if (node.keep === false) return undefined
  if (Array.isArray(value))
    return value.map((item) => exclude(item, node, root)).filter((item) => item !== undefined)
  if (!isDoc(value)) return value
  const out: Doc = {}
  for (const key of Object.keys(value)) {
    const child = node.children.get(key)
    const kept = child ? exclude(value[key], child, root) : value[key]
    if (kept !== undefined) setField(out, key, kept)
  }
  return out
}

/** `{ s: { y: 1 } }` is `{ 's.y': 1 }`. */
function flattened(projection: Doc, prefix = ''): [string, Value][] {
  return Object.keys(projection).flatMap((key): [string, Value][] => {
    const value = projection[key]
    const nested = isDoc(value) && !(Object.keys(value)[0] ?? '$').startsWith('$')
    return nested ? flattened(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value]]
  })
}

/**
 * Compiles a projection: fields in, or fields out, `$slice`, `$elemMatch`, and `list.$` for what
 * the query found. `_id` stays unless put out.
 */
export function compileProjection(projection: Doc, query: Doc = {}): (doc: Doc) => Doc {
  const root: Node = { children: new Map() }
  let including: boolean | undefined
  for (const [path, value] of flattened(projection)) {
    if (path.endsWith('.$')) {
      const array = path.slice(0, -2)
      nodeAt(root, array).apply = positional(query)
      including ??= true
      continue
    }
    const node = nodeAt(root, path)
    if (isDoc(value)) {
      if ('$slice' in value) node.apply = slice(value.$slice)
      else if ('$elemMatch' in value) {
        node.apply = elemMatch(value.$elemMatch)
        including ??= true
      } else
        throw new QueryRefused(`Unsupported projection option: ${Object.keys(value).join(', ')}`)
      continue
    }
    const keep = value === true || (numberOf(value) ?? 0) !== 0
    node.keep = keep
    if (path === '_id') continue
    if (including !== undefined && including !== keep)
      throw new QueryRefused(
        `Cannot do ${keep ? 'inclusion' : 'exclusion'} on field ${path} in ${including ? 'inclusion' : 'exclusion'} projection`,
      )
    including = keep
  }
  const id = root.children.get('_id')
  if (including === undefined && id?.keep === true) including = true
  if (including !== true) return (doc) => exclude(doc, root, doc) as Doc
  if (id?.keep === false) root.children.delete('_id')
  else if (id === undefined) root.children.set('_id', { keep: true, children: new Map() })
  return (doc) => include(doc, root, doc) as Doc
}
