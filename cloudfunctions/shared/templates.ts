import type { TemplateName } from '../../types/contract/message-inbox'
import { log } from './log'
import { parseTemplates, type Template } from './templates.rules'

export type { Template }

/** What was read last, by the text it was read from. */
let read: { from: string; templates: ReadonlyMap<TemplateName, Template> } | undefined

/**
 * The templates of this deployment (LINLI_TEMPLATES, docs/messages.md), by our names; none where the environment
 * says nothing, or nothing that can be read, which is logged once in an instance's life.
 */
export function templates(): ReadonlyMap<TemplateName, Template> {
  const from = process.env.LINLI_TEMPLATES ?? ''
  if (read?.from === from) return read.templates
  const parsed = parseTemplates(from)
  if ('problem' in parsed) log('error', 'templates refused', { ...parsed })
  read = { from, templates: 'problem' in parsed ? new Map() : parsed.templates }
  return read.templates
}

/** The name of the template that WeChat knows by this id. */
export const templateNamed = (templateId: string): TemplateName | undefined =>
  [...templates()].find(([, { id }]) => id === templateId)?.[0]

/**
 * Do WeChat's own events about acceptances come to this deployment? Then the phone's word, which anybody could
 * forge, counts for nothing.
 */
export const eventsCome = (): boolean => (process.env.LINLI_WECHAT_EVENTS ?? '') !== ''
