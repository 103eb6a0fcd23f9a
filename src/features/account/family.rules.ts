/** A relative or friend whom one tap calls. Kept on this phone alone. */
export interface Relative {
  name: string
  phone: string
}

/** More would be a list to search, and not a button to press. */
export const MOST_RELATIVES = 3
export const NAME_CHARS = 8

/** A number as it is dialled: the digits of a mobile or a landline of mainland China, or nothing. */
export function dialledNumber(typed: string): string | undefined {
  const digits = typed.replace(/^\s*\+?86(?=\D*1\d)/, '').replace(/[\s()（）-]/g, '')
  return /^(1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7})$/.test(digits) ? digits : undefined
}

/** A relative as the phone kept it; whatever else stands there is left out. */
export function relativesFrom(kept: unknown): Relative[] {
  if (!Array.isArray(kept)) return []
  return (kept as unknown[])
    .filter((one): one is Relative => {
      const { name, phone } = (one ?? {}) as Partial<Record<keyof Relative, unknown>>
      return typeof name === 'string' && name !== '' && typeof phone === 'string'
    })
    .filter(({ phone }) => dialledNumber(phone) !== undefined)
    .slice(0, MOST_RELATIVES)
}
