/** A browser's brightness is its own. */
export const keepBright = (): (() => void) => () => undefined
