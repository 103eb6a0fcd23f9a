import { phone } from './state.ts'

/** Above this width WeChat for PC no longer lets rpx grow with the window. */
const WIDEST_PHONE = 768

const made = new Map<string, HTMLStyleElement>()

/** The pixels of a length in rpx, as WeChat's own script works them out: whole, and never nothing. */
export function pixelsOf(rpx: number, width: number): number {
  if (rpx === 0) return 0
  const base = width > WIDEST_PHONE ? 375 : width
  const pixels = Math.floor((Math.abs(rpx) / 750) * base + 1e-4) || 1
  return rpx < 0 ? -pixels : pixels
}

/** CSS for this width and theme. */
function forPhone(wxss: string): string {
  const dark = phone.theme() === 'dark'
  return (
    wxss
      .replace(
        /(-?(?:\d+\.?\d*|\.\d+))rpx\b/gi,
        (_, n: string) => `${pixelsOf(Number(n), innerWidth)}px`,
      )
      .replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g, (_, wanted: string) =>
        (wanted === 'dark') === dark ? '(min-width: 0)' : '(max-width: 0)',
      )
      // A page of WeChat is a view of its own, between the bar above and the bar below.
      .replace(
        /(-?(?:\d+\.?\d*|\.\d+))vh\b/g,
        (_, n: string) => `calc(var(--page-height) * ${Number(n) / 100})`,
      )
  )
}

/** Puts a style sheet of the program in force, or out of it: a page's own is for that page only. */
export function useStyles(paths: readonly string[]): void {
  for (const path of paths) {
    if (made.has(path)) continue
    const style = document.createElement('style')
    style.dataset.path = path
    style.textContent = forPhone(phone.program.styles[path] ?? '')
    document.head.append(style)
    made.set(path, style)
  }
  for (const [path, style] of made) style.disabled = !paths.includes(path)
}

/** After the width or the theme has changed. */
export function renewStyles(): void {
  for (const [path, style] of made) {
    const { disabled } = style
    style.textContent = forPhone(phone.program.styles[path] ?? '')
    style.disabled = disabled
  }
}

/** Styles written by the program on an element: only rpx has to be worked out. */
export const inlineStyle = (style: string): string =>
  style.replace(
    /(-?(?:\d+\.?\d*|\.\d+))rpx\b/gi,
    (_, n: string) => `${pixelsOf(Number(n), innerWidth)}px`,
  )
