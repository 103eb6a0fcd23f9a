import { UpdateRefused } from './errors'
import { compileElement } from './match'
import { isIndex, own, splitPath } from './paths'
import { isDoc, setField, type Doc, type Value } from './values'

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
    if (part === '')
      refuse(`The update path '${path}' contains an empty field name, which is not allowed.`)
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

/** The first element of the array at `path` that the query's conditions on it hold for; -1 when none. */
export function matchedIndex(array: Value[], path: string, query: Doc): number {
  const conditions: ((item: Value) => boolean)[] = []
  const collect = (part: Doc): void => {
    for (const key of Object.keys(part)) {
      const condition = part[key]
      if (key === '$and' && Array.isArray(condition)) condition.filter(isDoc).forEach(collect)
      else if (key === path)
        conditions.push(
          compileElement(
            isDoc(condition) && isDoc(condition.$elemMatch) ? condition.$elemMatch : condition,
          ),
        )
      else if (key.startsWith(`${path}.`))
        conditions.push(compileElement({ [key.slice(path.length + 1)]: condition }))
    }
  }
  collect(query)
  if (conditions.length === 0) return -1
  return array.findIndex((item) => conditions.every((condition) => condition(item)))
}

/** The real paths a written path stands for: `$` is the element the query matched, `$[]` each element. */
export function resolvePaths(doc: Doc, path: string, query: Doc): string[] {
  const parts = splitPath(path)
  const at = parts.findIndex((part) => part === '$' || part === '$[]')
  if (at < 0) return [path]
  const arrayPath = parts.slice(0, at).join('.')
  const array = readPath(doc, arrayPath)
  const rest = parts.slice(at + 1)
  if (!Array.isArray(array)) {
    if (parts[at] === '$')
      refuse('The positional operator did not find the match needed from the query.')
    return refuse(
      `The path '${arrayPath}' must exist in the document in order to apply array updates.`,
    )
  }
  let positions = [...array.keys()]
  if (parts[at] === '$') {
    const found = matchedIndex(array, arrayPath, query)
    if (found < 0) refuse('The positional operator did not find the match needed from the query.')
    positions = [found]
  }
  return positions.flatMap((position) =>
    resolvePaths(doc, [arrayPath, String(position), ...rest].join('.'), query),
  )
}
