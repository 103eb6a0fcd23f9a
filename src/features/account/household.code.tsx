import { useEffect } from 'react'
import { replaceWithJoin } from '../../lib/routes'
import { Skeleton } from '../../ui/skeleton'

/** What the code of a household leads to: joining it, with only who one is left to be said. */
export function HouseholdCode({ token }: { token: string }) {
  useEffect(() => void replaceWithJoin(token), [token])
  return <Skeleton blocks={['card', 'row', 'row']} />
}
