/**
 * An item's place in a list: by a number (a time, an order), then by its id, so that two with the same
 * number still have a place each and no page loses one. Sorts as text.
 */
export const listKeyOf = (number: number, id: string): string => `${listKeyFrom(number)}_${id}`

/** The place before every item with this number or a greater one. */
export const listKeyFrom = (number: number): string => String(number).padStart(15, '0')

/** The first `size` of what was found, and where to read on if there was one more. */
export function pageOf<Doc extends { listKey: string }, Item>(
  found: readonly Doc[],
  size: number,
  present: (doc: Doc) => Item,
): { items: Item[]; next?: string } {
  const shown = found.slice(0, size)
  const last = shown.at(-1)
  return {
    items: shown.map(present),
    ...(found.length > size && last ? { next: last.listKey } : {}),
  }
}
