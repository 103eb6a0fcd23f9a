import { isDoc, setField, type Doc, type Value } from '../values'
import { fixed, nullish, refuseExpression, strict, typed, type Operator } from './scope'

/** An element of `$arrayToObject`: [key, value] or { k, v }. */
function pair(item: Value): [string, Value] {
  const [key, value] = Array.isArray(item)
    ? item
    : isDoc(item)
      ? [item.k, item.v]
      : refuseExpression(`Unrecognised input type format for $arrayToObject: ${typed(item)}`)
  if (typeof key !== 'string')
    return refuseExpression(
      `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typed(key)}`,
    )
  return [key, value]
}

const arrayToObject = strict('$arrayToObject', 1, 1, ([list]) => {
  if (!Array.isArray(list))
    return refuseExpression(`$arrayToObject requires an array input, found: ${typed(list)}`)
  const made: Doc = {}
  for (const item of list) setField(made, ...pair(item))
  return made
})

const objectToArray = strict('$objectToArray', 1, 1, ([doc]) =>
  isDoc(doc)
    ? Object.keys(doc).map((k) => ({ k, v: doc[k] }))
    : refuseExpression(`$objectToArray requires a document input, found: ${typed(doc)}`),
)

/** Merges documents, the later winning; null and missing are passed over. */
export function mergeObjects(values: Value[]): Doc {
  const made: Doc = {}
  for (const value of values) {
    if (nullish(value)) continue
    if (!isDoc(value))
      return refuseExpression(
        `$mergeObjects requires object inputs, but input is of type ${typed(value)}`,
      )
    for (const key of Object.keys(value)) setField(made, key, value[key])
  }
  return made
}

export const objects: Record<string, Operator> = {
  $arrayToObject: arrayToObject,
  $objectToArray: objectToArray,
  $mergeObjects: fixed('$mergeObjects', 0, Infinity, (values) =>
    mergeObjects(values.length === 1 && Array.isArray(values[0]) ? values[0] : values),
  ),
}
