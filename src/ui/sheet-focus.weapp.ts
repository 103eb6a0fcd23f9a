/** What lies behind a sheet is not read out. */
export const BEHIND = { 'aria-hidden': 'true' }

/** WeChat moves a screen reader itself, and phones have neither Tab nor Escape. */
export function useSheetFocus(_: (() => void) | undefined): object {
  return {}
}
