import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const EVERY_MS = 300

/** What stands in a folder, folders of packages left out: names, sizes and times as one text. */
function snapshot(directory: string): string {
  const lines: string[] = []
  const visit = (folder: string): void => {
    let names: string[]
    try {
      names = readdirSync(folder).sort()
    } catch {
      return
    }
    for (const name of names) {
      if (name === 'node_modules' || name.startsWith('.')) continue
      const path = join(folder, name)
      const info = lstatSync(path, { throwIfNoEntry: false })
      if (info?.isDirectory()) visit(path)
      else if (info) lines.push(`${path} ${info.size} ${info.mtimeMs}`)
    }
  }
  visit(directory)
  return lines.join('\n')
}

/**
 * Calls `changed` when files of a folder have changed and then stood still for one look, so that a
 * build is taken up whole. Looks instead of listening: a build that removes the folder and makes it
 * again would end a listener. Returns how to stop.
 */
export function watchFolder(directory: string, changed: () => void): () => void {
  let taken = snapshot(directory)
  let latest = taken
  const timer = setInterval(() => {
    const now = snapshot(directory)
    const still = now === latest
    latest = now
    if (!still || now === taken) return
    taken = now
    changed()
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
