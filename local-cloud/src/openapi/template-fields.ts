import { ApiError } from './api-error'

const length = (text: string): number => [...text].length
const within =
  (most: number) =>
  (text: string): boolean =>
    length(text) <= most
const matching =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text)

const HAN = /^[\p{Script=Han}·]+$/u

/** What a field of each kind takes, from WeChat's table of parameters. */
const KINDS: Record<string, (text: string) => boolean> = {
  thing: within(20),
  number: matching(/^[+-]?\d{1,32}(\.\d{1,32})?$/),
  letter: matching(/^[A-Za-z]{1,32}$/),
  symbol: matching(/^[^\p{L}\p{N}\s]{1,5}$/u),
  character_string: matching(/^[\x20-\x7e]{1,32}$/),
  time: matching(
    /^(\d{4}(年|-|\/)\d{1,2}(月|-|\/)\d{1,2}日? ?)?\d{1,2}:\d{2}(:\d{2})?( ?[~～-] ?(\d{4}(年|-|\/)\d{1,2}(月|-|\/)\d{1,2}日? ?)?\d{1,2}:\d{2}(:\d{2})?)?$|^\d{4}(年|-|\/)\d{1,2}(月|-|\/)\d{1,2}日?$/,
  ),
  date: matching(
    /^\d{4}(年|-|\/)\d{1,2}(月|-|\/)\d{1,2}日?( ?\d{1,2}:\d{2}(:\d{2})?)?( ?[~～] ?\d{4}(年|-|\/)\d{1,2}(月|-|\/)\d{1,2}日?( ?\d{1,2}:\d{2}(:\d{2})?)?)?$/,
  ),
  amount: matching(/^\p{Sc}?\d{1,10}(\.\d{1,2})?元?$/u),
  phone_number: matching(/^[\d+\-() ]{1,17}$/),
  car_number: within(8),
  // A name of both scripts counts as a Chinese one.
  name: (text) => length(text) <= (/\p{Script=Han}/u.test(text) ? 10 : 20),
  phrase: (text) => HAN.test(text) && length(text) <= 5,
  enum: within(20),
  short_thing: within(8),
}

const refused = (name: string): ApiError =>
  new ApiError(47003, `argument invalid! data.${name}.value invalid`)

/**
 * Checks the data of a subscription message: each field's kind is in its name, `fields` are those of
 * the template when it is known. Throws ApiError 47003.
 */
export function checkFields(
  data: unknown,
  fields: readonly string[] | undefined,
): Record<string, { value: string }> {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new ApiError(47003, 'argument invalid! data is no object')
  const given = data as Record<string, unknown>
  const checked: Record<string, { value: string }> = {}
  for (const name of fields ?? []) if (!(name in given)) throw refused(name)
  for (const [name, field] of Object.entries(given)) {
    if (fields && !fields.includes(name)) throw refused(name)
    const kind = /^([a-z_]+)\d+$/.exec(name)?.[1] ?? ''
    const takes = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
    const value = (field as { value?: unknown } | null)?.value
    if (takes === undefined || (typeof value !== 'string' && typeof value !== 'number'))
      throw refused(name)
    const text = String(value)
    if (text === '' || !takes(text)) throw refused(name)
    checked[name] = { value: text }
  }
  if (Object.keys(checked).length === 0)
    throw new ApiError(47003, 'argument invalid! data is empty')
  return checked
}
