/** Ends the program with one sentence and exit code 1. */
export function giveUp(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

/** The sentence of an error, without its stack. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** A number from the command line, in range, or the program ends with a sentence. */
export function wholeNumber(text: string, name: string, from: number, to: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < from || number > to) {
    giveUp(`${name} must be a whole number from ${from} to ${to}, not "${text}".`)
  }
  return number
}

/** How soon the end of npm is noticed, ms. */
const PARENT_CHECK = 300

/** Runs `stop` once, on Ctrl-C or when asked to end, and then exits. */
export function onEnd(stop: () => Promise<void>): void {
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => giveUp(sentenceOf(error)),
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  // npm hands a signal to the shell between it and this process, and the shell keeps it to itself.
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) end()
  }, PARENT_CHECK).unref()
}
