import { UpdateRefused } from './errors'
import { isIndex, own, splitPath } from './paths'
import { compareStrings, isDoc, setField, type Doc, type Value } from './values'

export function refuse(reason: string): never {
  throw new UpdateRefused(reason)
}

/** A value as MongoDB prints it in an error: {a: null}. */
const printed = (value: Value): string =>
  (JSON.stringify(value) ?? 'null').replace(/"([\w$]+)":/g, '$1: ')

/** What stands at a path, by position within arrays; undefined when nothing does. */
export function readPath(doc: Doc, path: string): Value {
  let value: Value = doc
  for (const part of splitPath(path)) {
    if (Array.isArray(value)) value = isIndex(part) ? value[Number(part)] : undefined
    else if (isDoc(value)) value = own(value, part)
    else return undefined
  }
  return value
}

const MAX_HOLES = 1_500_000

function writeItem(parent: Doc | Value[], part: string, value: Value): void {
  if (!Array.isArray(parent)) return setField(parent, part, value)
  const at = Number(part)
  if (at > parent.length + MAX_HOLES) refuse(`can't backfill more than ${MAX_HOLES} elements`)
  while (parent.length < at) parent.push(null)
  parent[at] = value
}

/** The document or array that holds the last part, made where it lacks. Throws where a scalar is in the way. */
export function parentForWrite(doc: Doc, path: string): Doc | Value[] {
  const parts = splitPath(path)
  let parent: Doc | Value[] = doc
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    if (Array.isArray(parent) && !isIndex(part))
      refuse(`Cannot create field '${part}' in element {${parts[i - 1] ?? ''}: ${printed(parent)}}`)
    if (i === parts.length - 1) break
    const child: Value = Array.isArray(parent) ? parent[Number(part)] : own(parent, part)
    if (child === undefined) {
      const made: Doc = {}
      writeItem(parent, part, made)
      parent = made
    } else if (isDoc(child) || Array.isArray(child)) parent = child
    else
      refuse(`Cannot create field '${parts[i + 1] ?? ''}' in element {${part}: ${printed(child)}}`)
  }
  return parent
}

export function writePath(doc: Doc, path: string, value: Value): void {
  writeItem(parentForWrite(doc, path), splitPath(path).at(-1)!, value)
}

/** Removes a field; an array's element becomes null, as `$unset` leaves it. */
export function removePath(doc: Doc, path: string): void {
  const parts = splitPath(path)
  const last = parts.at(-1)!
  const parent = parts.length === 1 ? doc : readPath(doc, parts.slice(0, -1).join('.'))
  if (Array.isArray(parent)) {
    if (isIndex(last) && Number(last) < parent.length) parent[Number(last)] = null
  } else if (isDoc(parent)) delete parent[last]
}

const isDynamic = (part: string): boolean => part === '$' || part === '$[]'

/**
 * The paths in a document that a written path stands for: `$` is the element that the query matched
 * (`matched` gives its position), `$[]` each element.
 */
export function resolvePath(doc: Doc, path: string, matched: () => number | undefined): string[] {
  if (!path.includes('$')) return [path]
  const parts = splitPath(path)
  const at = parts.findIndex(isDynamic)
  if (at < 0) return [path]
  const arrayPath = parts.slice(0, at).join('.')
  const rest = parts.slice(at + 1)
  const resolved = (position: number): string[] =>
    resolvePath(doc, [arrayPath, String(position), ...rest].join('.'), matched)
  if (parts[at] === '$') {
    const position = matched()
    if (position === undefined)
      return refuse('The positional operator did not find the match needed from the query.')
    return resolved(position)
  }
  const array = readPath(doc, arrayPath)
  if (array === undefined)
    return refuse(
      `The path '${arrayPath}' must exist in the document in order to apply array updates.`,
    )
  if (!Array.isArray(array))
    return refuse(
      `Cannot apply array updates to non-array element ${parts[at - 1] ?? ''}: ${printed(array)}`,
    )
  return [...array.keys()].flatMap(resolved)
}

/** The order in which MongoDB applies paths: by name, part by part, positions as numbers. */
export function comparePaths(a: string, b: string): number {
  const left = splitPath(a)
  const right = splitPath(b)
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [x, y] = [left[i]!, right[i]!]
    if (x === y) continue
    return isIndex(x) && isIndex(y) ? Number(x) - Number(y) : compareStrings(x, y)
  }
  return left.length - right.length
}
