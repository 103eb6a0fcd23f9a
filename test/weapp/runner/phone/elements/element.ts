import type * as glassEasel from 'glass-easel'
import { fire, type Host } from '../events.ts'
import { inlineStyle } from '../styles.ts'

/** Attributes that the document keeps as they are. */
const AS_IS = new Set(['class', 'id', 'slot', 'role', 'tabindex', 'wx-host'])

/**
 * An element of the program in the document. glass-easel writes attributes as text; what a component is
 * told (arrays, booleans) is read from its node. An attribute that is empty counts as not there, as in
 * WeChat: `disabled=""` disables nothing.
 */
export class WxElement extends HTMLElement implements Host {
  __wxElement?: glassEasel.Element
  private made = false

  /** Called once, when the element first comes into the document. */
  protected setUp(): void {
    // A plain box needs nothing.
  }

  /** Called after an attribute has changed, once the element is set up. */
  protected changed(_name: string): void {
    // A plain box shows none.
  }

  connectedCallback(): void {
    if (this.made) return
    this.made = true
    this.setUp()
  }

  override setAttribute(name: string, value: string): void {
    if (name === 'style') super.setAttribute(name, inlineStyle(value))
    else if (name === 'aria-role') this.put('role', this.prop(name))
    else if (name.startsWith('aria-')) this.put(name, this.prop(name))
    else if (AS_IS.has(name) || name.startsWith('data-') || !this.__wxElement) {
      super.setAttribute(name, value)
    } else if (this.made) this.changed(name)
  }

  override removeAttribute(name: string): void {
    super.removeAttribute(name === 'aria-role' ? 'role' : name)
    if (this.made) this.changed(name)
  }

  /** Writes an attribute of the document, or removes it when there is nothing to say. */
  protected put(name: string, value: unknown): void {
    if (value === undefined || value === null || value === '') super.removeAttribute(name)
    else super.setAttribute(name, primitive(value))
  }

  /** What the program says of this element, in its own type. */
  prop(name: string): unknown {
    const value = this.__wxElement?.getAttribute(name)
    return value === null || value === '' ? undefined : value
  }

  text(name: string, otherwise = ''): string {
    const value = this.prop(name)
    return value === undefined ? otherwise : primitive(value)
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.prop(name)
    return value === undefined ? otherwise : value !== false && value !== 'false'
  }

  number(name: string, otherwise: number): number {
    const value = Number(this.prop(name) ?? otherwise)
    return Number.isFinite(value) ? value : otherwise
  }

  tell(type: string, detail: unknown = {}): void {
    fire(this, type, detail)
  }

  /** The role that WeChat gives a component by itself, when the program names no other. */
  protected speaksAs(role: string): void {
    if (!this.hasAttribute('role')) super.setAttribute('role', role)
  }
}

const primitive = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)
