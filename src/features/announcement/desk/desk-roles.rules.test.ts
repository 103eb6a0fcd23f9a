import { expect, test } from 'vitest'
import { canNamePeople, categoriesOf, postOver, postsOf, WRITERS } from './desk-roles.rules'

const COMMUNITY = 'heping/nanhu/chunxiao'
const post = (role: 'staff' | 'volunteer' | 'propertyManager', region = COMMUNITY) => ({
  role,
  region,
  place: region,
})

test('each region once, with all that somebody is there', () => {
  const me = {
    posts: [post('staff'), post('propertyManager'), post('volunteer'), post('staff', 'x')],
  }
  expect(postsOf(me, WRITERS)).toEqual([
    { region: COMMUNITY, name: COMMUNITY, roles: ['staff', 'propertyManager'] },
    { region: 'x', name: 'x', roles: ['staff'] },
  ])
})

test('a post is over its own region and the places below it alone', () => {
  const posts = postsOf({ posts: [post('staff', 'heping/nanhu')] }, WRITERS)
  expect(postOver(posts, 'heping/nanhu')?.region).toBe('heping/nanhu')
  expect(postOver(posts, COMMUNITY)?.region).toBe('heping/nanhu')
  expect(postOver(posts, 'heping')).toBeUndefined()
  expect(postOver(posts, 'heping/nanhu2/x')).toBeUndefined()
})

test('a property manager writes of outages and works, and names nobody', () => {
  const manager = { roles: ['propertyManager'] as const }
  expect(categoriesOf(manager)).toEqual(['notice', 'emergency'])
  expect(canNamePeople(manager)).toBe(false)
  const both = { roles: ['propertyManager', 'staff'] as const }
  expect(categoriesOf(both)).toHaveLength(8)
  expect(canNamePeople(both)).toBe(true)
})
