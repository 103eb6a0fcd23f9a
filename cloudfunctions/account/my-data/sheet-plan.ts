import type { CollectionName } from '../../shared/collections'
import type { Finder } from '../../shared/personal-data'
import type { WORDS } from './words.text'

/**
 * How a value is written: as it is, as a moment, as yes or no, as the name of a place (a region path) or of
 * an account (a ref), as words for a code, or in a way of the audit trail's.
 */
export type Written =
  'text' | 'time' | 'yes' | 'place' | 'account' | 'operation' | 'fields' | keyof typeof WORDS

export interface SheetPlan {
  title: string
  from: CollectionName
  by: Finder['by']
  /** The rows are what stands in these lists of each document, instead of the documents. */
  lists?: readonly string[]
  /** Of a list, only what is about the person's own records. */
  own?: true
  /** `field` leads into the row; with a `^` before it, into the document of the list. */
  columns: readonly (readonly [heading: string, field: string, written?: Written])[]
}
