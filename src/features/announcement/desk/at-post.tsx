import { Fragment, type ReactNode, useState } from 'react'
import type { Role } from '../../../../types/contract/account'
import { ForRoles } from '../../../cloud/for-roles'
import { Filters } from '../../../ui/filters'
import { type Post, postOver, postsOf } from './desk-roles.rules'
import { DESK_TEXT } from './desk.text'

interface AtPostProps {
  roles: readonly Role[]
  children: (post: Post, now: number, choice: ReactNode) => ReactNode
}

/** A screen of whoever works in one region, or chooses one of several: `choice` stands where the screen puts it. */
export function AtPost({ roles, children }: AtPostProps) {
  const [chosen, setChosen] = useState<string>()
  return (
    <ForRoles roles={roles}>
      {(me, now) => {
        const posts = postsOf(me, roles)
        const post = posts.find(({ region }) => region === chosen) ?? posts[0]
        if (!post) return null
        const choice =
          posts.length > 1 ? (
            <Filters
              label={DESK_TEXT.region}
              options={posts.map(({ region, name }) => ({ key: region, say: name }))}
              chosen={post.region}
              onChoose={setChosen}
            />
          ) : null
        return <Fragment key={post.region}>{children(post, now, choice)}</Fragment>
      }}
    </ForRoles>
  )
}

interface OverRegionProps {
  roles: readonly Role[]
  region: string
  children: (post: Post, now: number) => ReactNode
}

/** A screen about something of one region: for whoever works there or above. */
export function OverRegion({ roles, region, children }: OverRegionProps) {
  return (
    <ForRoles roles={roles}>
      {(me, now) => {
        const posts = postsOf(me, roles)
        const post = postOver(posts, region) ?? posts[0]
        return post ? children(post, now) : null
      }}
    </ForRoles>
  )
}
