/**
 * An item's place in a list: by a number (a time, an order), then by its id, so that two with the same
 * number still have a place each and no page loses one. Sorts as text.
 */
export const listKeyOf = (number: number, id: string): string => `${listKeyFrom(number)}_${id}`

/** The place before every item with this number or a greater one. */
export const listKeyFrom = (number: number): string => String(number).padStart(15, '0')
