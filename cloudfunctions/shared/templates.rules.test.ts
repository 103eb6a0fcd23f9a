import { describe, expect, test } from 'vitest'
import { parseTemplates } from './templates.rules'

const reply = { id: 'T1', kind: 'once', fields: { title: 'thing1', time: 'time2' } }

describe('templates from the environment', () => {
  test('none are none', () => {
    expect(parseTemplates('')).toEqual({ templates: new Map() })
    expect(parseTemplates('{}')).toEqual({ templates: new Map() })
  })

  test('a template is known by its name, and its fields by their kinds', () => {
    expect(parseTemplates(JSON.stringify({ reply }))).toEqual({
      templates: new Map([
        [
          'reply',
          {
            id: 'T1',
            kind: 'once',
            fields: [
              { field: 'thing1', kind: 'thing', shows: 'title' },
              { field: 'time2', kind: 'time', shows: 'time' },
            ],
          },
        ],
      ]),
    })
  })

  test.each([
    ['{', { problem: 'notJson' }],
    ['[]', { problem: 'notJson' }],
    [{ lottery: reply }, { problem: 'unknownName' }],
    [{ reply: { ...reply, id: '' } }, { problem: 'noId', entry: 'reply' }],
    [{ reply: 'T1' }, { problem: 'noId', entry: 'reply' }],
    [{ reply: { ...reply, kind: 'often' } }, { problem: 'badKind', entry: 'reply' }],
    [{ reply: { ...reply, fields: {} } }, { problem: 'badFields', entry: 'reply' }],
    [
      { reply: { ...reply, fields: { weather: 'thing1' } } },
      { problem: 'badFields', entry: 'reply' },
    ],
    [{ reply: { ...reply, fields: { title: 'poem1' } } }, { problem: 'badFields', entry: 'reply' }],
    [{ reply: { ...reply, fields: { title: 'thing' } } }, { problem: 'badFields', entry: 'reply' }],
    [
      { reply: { ...reply, fields: { title: 'thing1', say: 'thing1' } } },
      { problem: 'badFields', entry: 'reply' },
    ],
    [
      { reply, work: reply },
      { problem: 'sameId', entry: 'work' },
    ],
  ])('%j is refused', (given, problem) => {
    expect(parseTemplates(typeof given === 'string' ? given : JSON.stringify(given))).toEqual(
      problem,
    )
  })
})
