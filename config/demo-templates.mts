/**
 * The subscribe-message templates of the local cloud (LINLI_TEMPLATES, docs/messages.md), so that messages to phones
 * are sent, and stand in its inbox. A deployment applies for its own in WeChat's console.
 */
const TEMPLATES = {
  announcement: {
    id: 'demo-announcement',
    kind: 'once',
    fields: { title: 'thing1', time: 'time2', say: 'thing3' },
  },
  reply: {
    id: 'demo-reply',
    kind: 'once',
    fields: { title: 'thing1', time: 'time2', say: 'thing3' },
  },
  booking: {
    id: 'demo-booking',
    kind: 'once',
    fields: { title: 'thing1', time: 'time2', say: 'thing3' },
  },
  result: {
    id: 'demo-result',
    kind: 'once',
    fields: { title: 'thing1', time: 'time2', say: 'thing3' },
  },
  work: {
    id: 'demo-work',
    kind: 'always',
    fields: { title: 'thing1', time: 'time2', say: 'thing3' },
  },
} as const

export const DEMO_TEMPLATES = JSON.stringify(TEMPLATES)

/** The fields of each template, by its id: what the local cloud holds a message to. */
export function fieldsByTemplate(text: string): Record<string, { fields: string[] }> {
  const templates = JSON.parse(text) as Record<string, { id: string; fields: object }>
  return Object.fromEntries(
    Object.values(templates).map(({ id, fields }) => [
      id,
      { fields: Object.values(fields) as string[] },
    ]),
  )
}
