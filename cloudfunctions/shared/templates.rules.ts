import { templateName, type TemplateName } from '../../types/contract/message-inbox'
import { FIELD_KINDS, type FieldKind } from './field-fit.rules'

/** What of a message a field shows. */
export const MEANINGS = ['title', 'time', 'place', 'say', 'from'] as const
export type Meaning = (typeof MEANINGS)[number]

/** One template as the deployment applied for it in WeChat's console. */
export interface Template {
  /** WeChat's id of it. */
  id: string
  /** `once`: one acceptance is one message; `always`: one is for good (长期订阅). */
  kind: 'once' | 'always'
  /** WeChat's fields, each with its kind and what of the message it shows. */
  fields: { field: string; kind: FieldKind; shows: Meaning }[]
}

/** `entry`: the template's name, as far as it is one of ours. */
export interface TemplatesProblem {
  problem: 'notJson' | 'unknownName' | 'noId' | 'sameId' | 'badKind' | 'badFields'
  entry?: TemplateName
}

const NAMES: readonly string[] = templateName.options
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads `{"reply":{"id":"…","kind":"once","fields":{"title":"thing1","time":"time2"}}}`. One fault refuses all of
 * it: half of the templates would look as if people had refused the others.
 */
export function parseTemplates(
  text: string,
): { templates: Map<TemplateName, Template> } | TemplatesProblem {
  const templates = new Map<TemplateName, Template>()
  if (text.trim() === '') return { templates }
  const given = jsonOf(text)
  if (!isObject(given)) return { problem: 'notJson' }
  for (const [name, value] of Object.entries(given)) {
    if (!NAMES.includes(name)) return { problem: 'unknownName' }
    const entry = name as TemplateName
    const template = templateOf(value)
    if (typeof template === 'string') return { problem: template, entry }
    if ([...templates.values()].some(({ id }) => id === template.id))
      return { problem: 'sameId', entry }
    templates.set(entry, template)
  }
  return { templates }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function templateOf(value: unknown): Template | TemplatesProblem['problem'] {
  const { id, kind = 'once', fields } = isObject(value) ? value : {}
  if (typeof id !== 'string' || id.trim() === '') return 'noId'
  if (kind !== 'once' && kind !== 'always') return 'badKind'
  const known = isObject(fields) ? Object.entries(fields).map(fieldOf) : []
  const whole = known.filter((field) => field !== undefined)
  const names = new Set(whole.map(({ field }) => field))
  if (whole.length === 0 || whole.length < known.length || names.size < whole.length)
    return 'badFields'
  return { id: id.trim(), kind, fields: whole }
}

function fieldOf([shows, field]: [string, unknown]): Template['fields'][number] | undefined {
  const meaning = MEANINGS.find((one) => one === shows)
  const named = typeof field === 'string' ? /^([a-z_]+)\d+$/.exec(field)?.[1] : undefined
  const kind = FIELD_KINDS.find((one) => one === named)
  return meaning && kind ? { field: field as string, kind, shows: meaning } : undefined
}
