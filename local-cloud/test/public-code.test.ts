import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'

// The function `forum` is written as published mini-programs are; what it answers was worked out by hand.

let cloud: TestCloud
const day = (text: string) => new Date(`${text}+08:00`)

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: {
      shops: { indexes: [{ name: 'at', keys: [['at', '2dsphere']] }] },
      orders: { indexes: [] },
    },
    seed: (db) => {
      db.insertMany('posts', [
        {
          _id: 'p1',
          title: 'Tea time',
          body: '喝茶',
          author: 'a',
          likes: 7,
          status: 1,
          tags: ['x', 'y'],
          at: day('2026-11-21T23:30:00'),
        },
        {
          _id: 'p2',
          title: 'Rice',
          body: 'with TEA',
          author: 'b',
          likes: 0,
          status: 1,
          at: day('2026-11-22T00:30:00'),
        },
        {
          _id: 'p3',
          title: 'teapot',
          body: '',
          author: 'a',
          likes: 5,
          status: 1,
          tags: [],
          at: day('2026-11-22T09:00:00'),
        },
        {
          _id: 'p4',
          title: 'Other',
          body: '',
          author: 'z',
          likes: 9,
          status: 0,
          at: day('2026-11-22T09:00:00'),
        },
      ])
      db.insertMany('people', [
        { _id: 'a', name: 'Ann' },
        { _id: 'b', name: 'Bob' },
      ])
      db.insertMany('likes', [
        { _id: 'l1', openid: 'me', post: 'p1', at: day('2026-11-22T10:00:00') },
        { _id: 'l2', openid: 'me', post: 'p4', at: day('2026-11-22T11:00:00') },
        { _id: 'l3', openid: 'you', post: 'p3', at: day('2026-11-22T12:00:00') },
        { _id: 'l4', openid: 'me', post: 'p3', at: day('2026-11-22T13:00:00') },
      ])
      db.insertMany('goods', [{ _id: 'tea', stock: 5, sold: 1 }])
      db.insertMany('shops', [
        { name: 'far', at: { type: 'Point', coordinates: [113.4, 23.1] } },
        { name: 'near', at: { type: 'Point', coordinates: [113.33, 23.1] } },
        { name: 'here', at: { type: 'Point', coordinates: [113.32, 23.1] } },
      ])
    },
  })
})
afterAll(() => cloud.close())

const forum = async (op: string, event: object = {}) => {
  const reply = await cloud.as('me', 'forum', { op, ...event })
  return reply.result ?? reply
}

test('a search over two fields, page by page', async () => {
  expect(await forum('search', { word: 'tea', page: 1 })).toEqual({
    total: 3,
    titles: ['Tea time', 'teapot'],
  })
  expect(await forum('search', { word: 'tea', page: 2 })).toEqual({ total: 3, titles: ['Rice'] })
})

test('what I liked, joined and printed', async () => {
  expect((await forum('liked', { openid: 'me' })).list).toEqual([
    { on: '2026-11-22 13:00:00', posts: [{ title: 'teapot', on: '2026/11/22' }] },
    { on: '2026-11-22 10:00:00', posts: [{ title: 'Tea time', on: '2026/11/22' }] },
  ])
})

test('authors lifted to the top', async () => {
  expect((await forum('authors')).list).toEqual([
    { _id: 'p1', name: 'Ann', first: 'x' },
    { _id: 'p2', name: 'Bob', first: 'none' },
    { _id: 'p3', name: 'Ann', first: 'none' },
    { _id: 'p4', first: 'none' },
  ])
})

test('counts by day in China', async () => {
  expect((await forum('daily')).list).toEqual([
    { _id: '2026-11-21', posts: 1, popular: 1, likes: 7, best: 7 },
    { _id: '2026-11-22', posts: 2, popular: 1, likes: 5, best: 5 },
  ])
})

test('a ranking', async () => {
  expect(await forum('ranking')).toEqual([
    ['a', 12, 2],
    ['z', 9, 1],
    ['b', 0, 1],
  ])
})

test('comments in an array, by position, by match and all at once', async () => {
  expect(await forum('comments')).toEqual({
    matched: 1,
    comments: [
      { by: 'd', text: 'edited', seen: true },
      { by: 'c', text: 'better', seen: true },
    ],
    hearts: ['c'],
    stat: { views: 1 },
    tags: ['y'],
  })
})

test('stock, with a condition and in a transaction', async () => {
  expect(await forum('order', { count: 9 })).toBe('sold out')
  expect(await forum('order', { count: 3 })).toBe(2)
})

test('shops around', async () => {
  expect(await forum('around', { longitude: 113.32, latitude: 23.1 })).toEqual({
    names: ['here', 'near'],
    list: [
      { name: 'here', away: 0 },
      { name: 'near', away: 1023 },
    ],
  })
})

test('throwOnNotFound, both ways', async () => {
  expect(await forum('missing')).toEqual({
    data: null,
    message: expect.stringContaining('document with _id nobody does not exist'),
  })
})
