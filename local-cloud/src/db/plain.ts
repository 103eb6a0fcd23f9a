import { isDoc, TypedNumber, type Doc, type Value } from './values'

function plain(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof TypedNumber) return value.value
  if (Array.isArray(value)) {
    let copy: Value[] | undefined
    value.forEach((item, i) => {
      const next = plain(item)
      if (next !== item) (copy ??= [...value])[i] = next
    })
    return copy ?? value
  }
  if (!isDoc(value)) return value
  let copy: Doc | undefined
  for (const key of Object.keys(value)) {
    const next = plain(value[key])
    if (next !== value[key]) (copy ??= { ...value })[key] = next
  }
  return copy ?? value
}

/** The document with wrapped numbers as JavaScript numbers, for mingo; the same object when it has none. */
export const plainDoc = (doc: Doc): Doc => plain(doc) as Doc
