import { describe, expect, test } from 'vitest'
import { readAnswers } from './answers.rules'

const QUESTIONS = [
  { key: 'walks', ask: '能自己走路吗', choices: ['能', '要扶'], must: true },
  { key: 'eats', ask: '有什么忌口', must: false },
]

describe('answers', () => {
  test('stand with what was asked, in its order', () => {
    expect(readAnswers(QUESTIONS, { eats: '不吃辣', walks: '能' })).toEqual({
      answers: [
        { ask: '能自己走路吗', answer: '能' },
        { ask: '有什么忌口', answer: '不吃辣' },
      ],
      wrong: [],
    })
  })

  test.each([
    ['is missing', {}, ['walks']],
    ['is empty', { walks: '' }, ['walks']],
    ['is none of the choices', { walks: '会飞' }, ['walks']],
    ['is to nothing that was asked', { walks: '能', other: '?' }, []],
  ])('one that %s', (_, given, wrong) => {
    expect(readAnswers(QUESTIONS, given).wrong).toEqual(wrong)
  })
})
