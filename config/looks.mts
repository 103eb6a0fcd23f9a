/** How a person has set the phone and the program. */
export interface Look {
  name: string
  elder: boolean
  dark: boolean
  /** Running text is at least so large in it, CSS px: otherwise the look is not on. */
  text: number
  /** What the program keeps on the phone, by key, when it is set so. */
  kept: Record<string, unknown>
}

const NORMAL = {}
const ELDER = { 'linli.elder': true }
const LARGEST = { ...ELDER, 'linli.text-size': 30 }

/** Every look that a screen has to be good in. */
export const LOOKS: readonly Look[] = [
  { name: 'normal', elder: false, dark: false, text: 16, kept: NORMAL },
  { name: 'dark', elder: false, dark: true, text: 16, kept: NORMAL },
  { name: 'elder', elder: true, dark: false, text: 21, kept: ELDER },
  { name: 'elder, largest text', elder: true, dark: false, text: 30, kept: LARGEST },
  { name: 'elder, dark', elder: true, dark: true, text: 21, kept: ELDER },
]

/** Looks for which the program keeps the same: they differ in the system's colours, and one visit can show all of them. */
export const LOOKS_BY_SETTING: readonly (readonly [Look, ...Look[]])[] = LOOKS.reduce<
  [Look, ...Look[]][]
>((settings, look) => {
  const same = settings.find(([{ kept }]) => kept === look.kept)
  if (same) same.push(look)
  else settings.push([look])
  return settings
}, [])

/** Widths of phones in CSS px, from the narrowest in use to the widest. */
export const PHONE_WIDTHS = [320, 375, 430] as const
/** WeChat for PC, where staff work. */
export const DESK_WIDTH = 1280

/**
 * A script for a page's start: it makes the browser's storage hold what the phone would, and chooses the
 * person. Taro keeps a value in H5 as `{ data }`.
 */
export const scriptOf = (look: Look, openid: string): string =>
  Object.entries({
    'linli.openid': openid,
    ...Object.fromEntries(
      Object.entries(look.kept).map(([key, data]) => [key, JSON.stringify({ data })]),
    ),
  })
    .map(([key, text]) => `localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(text)})`)
    .join('\n')
