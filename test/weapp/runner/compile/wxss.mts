import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import postcss, { type AtRule, type Root } from 'postcss'

/**
 * A wxss file of the build with its imports in place. Type selectors get the prefix of the runner's
 * elements (`view` is `wx-view` in the document); rpx and the theme are left to the phone, which knows
 * its width.
 */
export function compileWxss(root: string, path: string): string {
  const sheet = postcss.parse(readFileSync(join(root, path), 'utf8'), { from: path })
  inlineImports(sheet, root, path)
  sheet.walkRules((rule) => {
    const parent = rule.parent as AtRule | undefined
    if (parent?.type === 'atrule' && /keyframes$/i.test(parent.name)) return
    rule.selector = prefixTypes(rule.selector)
  })
  return sheet.toString()
}

function inlineImports(sheet: Root, root: string, path: string): void {
  sheet.walkAtRules('import', (rule) => {
    const named = /["']([^"']+)["']/.exec(rule.params)?.[1]
    if (named === undefined) throw new Error(`${path}: @import ${rule.params} names no file`)
    const file = named.startsWith('/') ? named.slice(1) : posix.join(posix.dirname(path), named)
    rule.replaceWith(postcss.parse(readFileSync(join(root, file), 'utf8'), { from: file }).nodes)
  })
}

/** What may hold a word that is no type: attribute values, `nth-child(odd)`. */
const NO_TYPES = /\[[^\]]*\]|:(?:nth-[\w-]+|lang|dir)\([^)]*\)/g

/** `page view.a > text:not(image)` as `wx-page wx-view.a > wx-text:not(wx-image)`. */
export function prefixTypes(selector: string): string {
  const kept: string[] = []
  const open = selector.replace(NO_TYPES, (part) => `\u0000${kept.push(part) - 1}\u0000`)
  const prefixed = open.replace(
    /(^|[\s>+~,(])([a-zA-Z][\w-]*)/g,
    (_, before: string, type: string) => `${before}wx-${type}`,
  )
  // NUL cannot stand in a selector, so it marks what was kept.
  return prefixed.replace(/\u0000(\d+)\u0000/g, (_, index: string) => kept[Number(index)] ?? '')
}
