import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

interface TmplGroup {
  addTmpl: (path: string, text: string) => { message?: string }[]
  addScript: (path: string, text: string) => void
  getTmplGenObjectGroups: () => string
}

/** WebAssembly behind CommonJS: an import would not find its names. */
const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler') as {
  TmplGroup: new () => TmplGroup
}

/** Every wxml and wxs of the build as one expression, which gives the templates by their paths. */
export function compileTemplates(root: string, files: readonly string[]): string {
  const group = new TmplGroup()
  const problems: string[] = []
  for (const file of files) {
    const text = () => readFileSync(join(root, file), 'utf8')
    if (file.endsWith('.wxs')) group.addScript(file.slice(0, -'.wxs'.length), text())
    if (!file.endsWith('.wxml')) continue
    for (const { message } of group.addTmpl(file.slice(0, -'.wxml'.length), text())) {
      problems.push(`${file}: ${message ?? 'cannot be compiled'}`)
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return group.getTmplGenObjectGroups()
}
