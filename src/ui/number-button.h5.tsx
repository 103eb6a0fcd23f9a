import type { FunctionComponent } from 'react'

/** Asks WeChat for the person's number, at their tap. */
export interface NumberButtonProps {
  children: string
  /** What it says while the number is on its way. */
  busy: string | false
  /** The one-time code that the cloud changes into the number; nothing when it was refused. */
  onCode: (code: string | undefined) => void
}

/** A browser knows no number. */
export const NumberButton: FunctionComponent<NumberButtonProps> | undefined = undefined
