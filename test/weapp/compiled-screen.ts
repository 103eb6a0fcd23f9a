import { readBuilt } from './built-weapp.ts'
import type { DataNode } from './simulated-phone.ts'

/**
 * An element of the compiled mini-program as a screen reader knows it. Whatever runs the build can make
 * these: here they come from Taro's data and base.wxml.
 */
export interface CompiledElement {
  tag: string
  classes: string
  /** Does the template bind a tap to it? */
  tappable: boolean
  role: string
  label: string
  hidden: boolean
  /** The text that it has itself. */
  text: string
  children: CompiledElement[]
}

interface Template {
  tag: string
  tappable: boolean
  /** The data key of each attribute that is taken from the data. */
  keys: Record<string, string>
}

/** The elements of a page, outermost first, from the data that its templates are given. */
export function compiledScreen(root: DataNode): CompiledElement[] {
  const templates = readTemplates()
  return (root.cn ?? []).map((node) => elementOf(node, templates))
}

function elementOf(node: DataNode, templates: Map<string, Template>): CompiledElement {
  const template = templates.get(node.nn)
  if (!template) throw new Error(`base.wxml has no template for a node of the kind ${node.nn}.`)
  const given = (name: string) => {
    const value = node[template.keys[name] ?? '']
    return typeof value === 'string' ? value : ''
  }
  return {
    tag: template.tag,
    classes: typeof node.cl === 'string' ? node.cl : '',
    tappable: template.tappable,
    role: given('aria-role'),
    label: given('aria-label'),
    hidden: given('aria-hidden') === 'true',
    text: node.v ?? '',
    children: (node.cn ?? []).map((child) => elementOf(child, templates)),
  }
}

/** The templates of the outermost level, by the kind of node that they draw; those within are the same. */
function readTemplates(): Map<string, Template> {
  const templates = new Map<string, Template>()
  const wxml = readBuilt('base.wxml')
  for (const [, kind = '', body = ''] of wxml.matchAll(
    /<template name="tmpl_0_([^"_]+)(?:_focus)?">([\s\S]*?)<\/template>\s*(?=<template name=|$)/g,
  )) {
    // A field's template chooses between one with the focus and one without, alike in all that counts here.
    if (body.includes('xs.c(') || templates.has(kind)) continue
    const [, tag = '', attributes = ''] = /<([a-z-]+)([^>]*)>/.exec(body) ?? []
    const keys = [...attributes.matchAll(/([a-z-]+)="\{\{[^}]*?\bi\.(\w+)/g)]
    templates.set(kind, {
      tag,
      tappable: /\b(bind|catch)tap="/.test(attributes),
      keys: Object.fromEntries(keys.map(([, name = '', key = '']) => [name, key])),
    })
  }
  return templates
}

/** What can be tapped, and does not tell a screen reader its name or what it is. */
export function* unnamedIn(elements: readonly CompiledElement[]): Generator<string> {
  for (const element of elements) {
    if (element.hidden) continue
    const { tag, classes, tappable, role } = element
    // WeChat's own fields and buttons have a role already.
    const plain = ['view', 'text', 'image'].includes(tag)
    if (tappable && spoken(element) === '') yield `<${tag} class="${classes}"> has no name`
    if (tappable && plain && role === '') yield `<${tag} class="${classes}"> has no role`
    yield* unnamedIn(element.children)
  }
}

const spoken = ({ label, text, hidden, children }: CompiledElement): string =>
  hidden ? '' : label || text + children.map(spoken).join('')
