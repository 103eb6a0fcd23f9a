import { describe, expect, test } from 'vitest'
import type { OfferedTemplate, TemplateName } from '../../types/contract/message-inbox'
import { templatesToAsk } from './ask-messages.rules'

const offered = (name: TemplateName, left: number, kind: 'once' | 'always' = 'once') =>
  ({ name, left, kind, templateId: `id-${name}` }) satisfies OfferedTemplate

const ALL = ['announcement', 'reply', 'booking', 'result', 'work'] as const
const ask = (
  given: OfferedTemplate[],
  refused: TemplateName[] = [],
  about = ALL as readonly TemplateName[],
) => templatesToAsk(given, { about, refused: new Set(refused) }).map(({ name }) => name)

describe('what WeChat is asked for at a tap', () => {
  test('three at most, whose sends run out first', () => {
    const given = [
      offered('announcement', 2),
      offered('reply', 0),
      offered('booking', 1),
      offered('result', 0),
    ]
    expect(ask(given)).toEqual(['reply', 'result', 'booking'])
  })

  test('nothing that is good for a while: three sends, or one for good', () => {
    expect(ask([offered('reply', 3), offered('booking', 1, 'always')])).toEqual([])
    expect(ask([offered('booking', 0, 'always')])).toEqual(['booking'])
  })

  test('only what has to do with the tap, and not what was just refused', () => {
    const given = [offered('reply', 0), offered('booking', 0)]
    expect(ask(given, [], ['booking'])).toEqual(['booking'])
    expect(ask(given, ['booking'])).toEqual(['reply'])
  })

  test('without templates nothing', () => {
    expect(ask([])).toEqual([])
  })
})
