import { appendFileSync } from 'node:fs'
import { expect } from 'vitest'

export interface Figure {
  name: string
  value: number
  /** What it may be at most; none when it only explains another. */
  budget?: number
  unit: 'KB' | 'bytes' | 'ms' | 'times'
}

export const KB = 1024

/** Tells a figure. `npm run bench:phone` gathers all of them in the file that LINLI_FIGURES names. */
export function note(figure: Figure): void {
  const file = process.env.LINLI_FIGURES
  if (file) appendFileSync(file, `${JSON.stringify(figure)}\n`)
}

/** Tells a figure, and fails when it is over its budget. */
export function keep(figure: Figure & { budget: number }): void {
  note(figure)
  expect(figure.value, figure.name).toBeLessThanOrEqual(figure.budget)
}
