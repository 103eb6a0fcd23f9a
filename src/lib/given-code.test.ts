import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isToken, TOKEN_LETTERS, tokenOf } from '../../types/contract/printed-code'
import { givenByCamera, givenByHand, givenByScene } from './given-code'

const LETTERS = ['d']
const TOKEN = tokenOf('K7MP2AX')
const DESK = { is: 'code', letter: 'd', token: TOKEN }

describe('the scene of the page', () => {
  test.each([
    ['nothing', undefined, { is: 'nothing' }],
    ['an empty one', '', { is: 'nothing' }],
    ['a desk’s', `d${TOKEN}`, DESK],
    ['a desk’s, encoded', encodeURIComponent(`d${TOKEN}`).replace('d', '%64'), DESK],
    ['of a kind not known here', `z${TOKEN}`, { is: 'newer' }],
    ['with a wrong character', `d${TOKEN.replace('K', 'M')}`, { is: 'damaged' }],
    ['cut short', `d${TOKEN.slice(0, -1)}`, { is: 'damaged' }],
    ['too long', `d${TOKEN.repeat(8)}`, { is: 'damaged' }],
    ['with operators', 'd$ne', { is: 'damaged' }],
    ['that cannot be decoded', '%E4%B8', { is: 'damaged' }],
    ['a word every object has', 'constructor', { is: 'damaged' }],
  ])('%s', (_, scene, given) => {
    expect(givenByScene(scene, LETTERS)).toEqual(given)
  })

  test('whatever it is, only a whole code of a known kind is followed', () => {
    const letter = fc.constantFrom('d', 'D', 'z', '7', '')
    const rest = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...TOKEN_LETTERS), maxLength: 31 }),
      fc.string({ unit: fc.constantFrom(...TOKEN_LETTERS), maxLength: 31 }).map(tokenOf),
    )
    fc.assert(
      fc.property(letter, rest, (kind, text) => {
        const given = givenByScene(encodeURIComponent(kind + text), LETTERS)
        expect(given.is === 'code').toBe(kind === 'd' && isToken(text))
      }),
    )
  })
})

describe('what the camera saw', () => {
  test.each([
    ['our page', { path: `pages/scan/index?scene=d${TOKEN}` }, DESK],
    ['our page, with more', { path: `pages/scan/index?a=1&scene=d${TOKEN}&b=2` }, DESK],
    ['our page without a scene', { path: 'pages/scan/index' }, { is: 'foreign' }],
    ['another page', { path: `pages/pay/index?scene=d${TOKEN}` }, { is: 'foreign' }],
    [
      'a page whose name ends alike',
      { path: `x/pages/scan/index?scene=d${TOKEN}` },
      { is: 'foreign' },
    ],
    ['the scene as a text', { result: `d${TOKEN}` }, DESK],
    ['a payment code', { result: 'wxp://f2f0abcdef' }, { is: 'foreign' }],
    ['a web address', { result: `https://example.com/?scene=d${TOKEN}` }, { is: 'foreign' }],
    ['nothing at all', {}, { is: 'foreign' }],
  ])('%s', (_, seen, given) => {
    expect(givenByCamera(seen, LETTERS)).toEqual(given)
  })
})

describe('what was typed', () => {
  test.each([
    ['as printed', `D-${TOKEN.slice(0, 4)}-${TOKEN.slice(4)}`, DESK],
    ['in small letters', `d${TOKEN}`.toLowerCase(), DESK],
    ['with blanks', ` d ${TOKEN.slice(0, 2)} ${TOKEN.slice(2)} `, DESK],
    ['in wide characters', 'Ｄ－' + TOKEN, DESK],
    [
      'with a slip',
      `D${TOKEN.slice(0, -2)}${TOKEN.slice(-1)}${TOKEN.slice(-2, -1)}`,
      { is: 'damaged' },
    ],
    ['nothing but strokes', ' -- ', { is: 'nothing' }],
  ])('%s', (_, typed, given) => {
    expect(givenByHand(typed, LETTERS)).toEqual(given)
  })
})
