import { parse, type AnyNode } from 'acorn'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtFiles, readBuilt } from './built-weapp.ts'

describe('the scripts of the mini-program', () => {
  test.each(builtFiles('.js'))('%s parses as ES2017, which the oldest phones read', (file) => {
    expect(() => parse(readBuilt(file), { ecmaVersion: 2017, sourceType: 'script' })).not.toThrow()
  })

  test.each(builtFiles('.js'))('%s calls nothing that the oldest phones lack', (file) => {
    expect(newCallsOf(readBuilt(file))).toEqual([])
  })

  test('a newer call would be seen', () => {
    const code = 'p.finally(f);a["flat"]();Object.fromEntries(a);a.at(-1);x.atan(1);Object.keys(a)'
    expect(newCallsOf(code)).toEqual(['finally', 'flat', 'fromEntries', 'at'])
  })

  test('require only files that are there', () => {
    const files = new Set(builtFiles())
    const missing = builtFiles('.js').flatMap((file) =>
      [...readBuilt(file).matchAll(/\brequire\("(\.[^"]+)"\)/g)]
        .map(([, path]) => posix.join(posix.dirname(file), path ?? ''))
        .filter((path) => !files.has(path) && !files.has(`${path}.js`))
        .map((path) => `${file} requires ${path}`),
    )
    expect(missing).toEqual([])
  })
})

/** Built-ins newer than ES2017: Taro lowers syntax, and adds no missing function. */
const NEWER = new Set([
  ...['finally', 'allSettled', 'any', 'withResolvers'],
  ...['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced'],
  ...['matchAll', 'replaceAll', 'trimStart', 'trimEnd', 'isWellFormed'],
  ...['fromEntries', 'hasOwn', 'groupBy'],
])

/** Names of methods called that are newer than ES2017, in the order in which they stand. */
function newCallsOf(code: string): string[] {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null) return
    const name = calledBy(node as AnyNode)
    if (name !== undefined && NEWER.has(name)) found.push(name)
    Object.values(node).forEach(visit)
  }
  visit(parse(code, { ecmaVersion: 2017, sourceType: 'script' }))
  return found
}

function calledBy(node: AnyNode): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined
  const { property } = node.callee
  if (property.type === 'Identifier' && !node.callee.computed) return property.name
  return property.type === 'Literal' && typeof property.value === 'string'
    ? property.value
    : undefined
}
