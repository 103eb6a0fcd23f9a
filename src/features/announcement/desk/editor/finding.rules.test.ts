import { expect, test } from 'vitest'
import { aroundOf, isStill, replaced } from './finding.rules'

const BODY = '各位居民：\n为进一步做好供水管网改造工作，望广大居民予以配合，谢谢。'
const FOUND = { at: BODY.indexOf('予以配合'), length: 4, text: '予以配合' }

test('the words stand among a few others of their line', () => {
  expect(aroundOf(FOUND, BODY)).toEqual({ before: '…管网改造工作，望广大居民', after: '，谢谢。' })
  expect(aroundOf({ at: 6, length: 1, text: '为' }, BODY).before).toBe('')
})

test('what is said instead takes their place, and then they are gone', () => {
  expect(isStill(FOUND, BODY)).toBe(true)
  const next = replaced(BODY, FOUND, '配合')
  expect(next).toContain('居民配合，谢谢')
  expect(isStill(FOUND, next)).toBe(false)
})
