import type { Fault } from './limits.ts'

/** Faults of many looks, widths and states, each told once with all the places where it was seen. */
export class Findings {
  private readonly places = new Map<string, Set<string>>()

  add(faults: readonly Fault[], place: string): void {
    for (const { rule, what, where } of faults) {
      const key = `${rule}: ${what} ("${where}")`
      this.places.set(key, (this.places.get(key) ?? new Set()).add(place))
    }
  }

  lines(): string[] {
    return [...this.places].map(([fault, places]) => `${fault} in ${[...places].join('; ')}`)
  }
}
