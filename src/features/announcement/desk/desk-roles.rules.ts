import type { Me, Role } from '../../../../types/contract/account'
import type { Category } from '../../../../types/contract/announcement-content'

/** Who writes announcements, and who calls on those who have not read them; the cloud decides again. */
export const WRITERS: readonly Role[] = [
  'propertyManager',
  'socialWorker',
  'staff',
  'streetOfficer',
  'districtOfficer',
]
export const CALLERS: readonly Role[] = ['volunteer', ...WRITERS]
/** Who may look people of the community up, and so name them one by one. */
const LOOKING_UP: readonly Role[] = ['staff', 'socialWorker']

const CATEGORIES: readonly Category[] = [
  'notice',
  'emergency',
  'policy',
  'health',
  'jobs',
  'finance',
  'affairs',
  'activity',
]
/** Property managers write of outages and works. */
const MANAGERS_CATEGORIES: readonly Category[] = ['notice', 'emergency']

/** A region somebody works in, with what they are there. */
export interface Post {
  region: string
  name: string
  roles: readonly Role[]
}

/** The regions in which somebody holds one of these roles, each once. */
export function postsOf({ posts }: Pick<Me, 'posts'>, roles: readonly Role[]): Post[] {
  const found = new Map<string, Post>()
  for (const { role, region, place } of posts) {
    if (!roles.includes(role)) continue
    const known = found.get(region)
    found.set(region, { region, name: place, roles: [...(known?.roles ?? []), role] })
  }
  return [...found.values()]
}

/** The post whose region holds another: an announcement may stand in a place below. */
export const postOver = (posts: readonly Post[], region: string): Post | undefined =>
  posts.find((post) => region === post.region || region.startsWith(`${post.region}/`))

export const categoriesOf = ({ roles }: Pick<Post, 'roles'>): readonly Category[] =>
  roles.every((role) => role === 'propertyManager') ? MANAGERS_CATEGORIES : CATEGORIES

export const canNamePeople = ({ roles }: Pick<Post, 'roles'>): boolean =>
  roles.some((role) => LOOKING_UP.includes(role))
