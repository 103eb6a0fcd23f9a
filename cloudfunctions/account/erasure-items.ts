import type { PersonalPart } from '../shared/personal-data'
import { allParts } from '../shared/personal-data'
import { PERSONAL_TEXT } from '../shared/personal-data.text'

/** What erasing does with one kind of data, as the person reads it. */
export interface ErasureItem {
  what: string
  done: PersonalPart['fate']
  why?: string
}

/** What erasing does with the parts that there are, in the order of the declarations: first what goes. */
export function erasureItems(keys: readonly string[]): ErasureItem[] {
  const held = allParts().filter(({ key }) => keys.includes(key))
  return ORDER.flatMap((fate) => held.filter((part) => part.fate === fate)).map(
    ({ key, fate }) => ({
      ...PERSONAL_TEXT[key],
      done: fate,
    }),
  )
}

const ORDER: readonly PersonalPart['fate'][] = ['erased', 'anonymised', 'kept']
