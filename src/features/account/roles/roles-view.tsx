import { type ReactNode, useState } from 'react'
import type { Me } from '../../../../types/contract/account'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../ui/button'
import { Desk } from '../../../ui/desk'
import { Filters } from '../../../ui/filters'
import { List } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { PickRow } from '../../../ui/pick-row'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Stack } from '../../../ui/stack'
import { ForRoles } from '../../../cloud/for-roles'
import { RegionRoles } from './region-roles'
import { childrenOf, GIVERS, parentOf, rootsOf, worksAbove, type Region } from './roles.rules'
import { ROLES_TEXT } from './roles.text'

const TEXT = ROLES_TEXT

/** Who holds which role in one's region and below, invitations to more, and taking a role back. */
export function RolesView() {
  const [sheet, setSheet] = useState<ReactNode>(null)
  return (
    <Screen own title={TEXT.title} sheet={sheet}>
      <ForRoles roles={GIVERS}>
        {(me, now) => <RolesDesk me={me} now={now} onSheet={setSheet} />}
      </ForRoles>
    </Screen>
  )
}

interface RolesDeskProps {
  me: Me
  now: number
  onSheet: (sheet: ReactNode) => void
}

function RolesDesk({ me, now, onSheet }: RolesDeskProps) {
  const above = worksAbove(me)
  const query = useQuery('account.listPlaces', {}, { wanted: above, as: 'me' })
  const [chosen, setChosen] = useState<Region>()
  const communities = query.status === 'ready' ? query.data.places : []
  const roots = rootsOf(me)
  const here = chosen ?? roots[0]
  const body = here ? (
    <Desk
      side={<Regions here={here} roots={roots} communities={communities} onChoose={setChosen} />}
    >
      <RegionRoles key={here.region} region={here} now={now} onSheet={onSheet} />
    </Desk>
  ) : null
  if (!above) return body
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['line', 'row', 'row', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {() => body}
    </Loaded>
  )
}

interface RegionsProps {
  here: Region
  roots: readonly Region[]
  communities: Parameters<typeof childrenOf>[1]
  onChoose: (region: Region) => void
}

/** From a district to its streets and communities, and back. */
function Regions({ here, roots, communities, onChoose }: RegionsProps) {
  const up = parentOf(here.region, roots, communities)
  const beside = roots.some(({ region }) => region === here.region) && roots.length > 1 ? roots : []
  const below = childrenOf(here.region, communities)
  const pick = (region: string) => {
    const found = beside.find((one) => one.region === region)
    if (found) onChoose(found)
  }
  return (
    <Stack>
      <Heading>{here.name}</Heading>
      {up ? (
        <Button kind="second" onTap={() => onChoose(up)}>
          {TEXT.up(up.name)}
        </Button>
      ) : null}
      {beside.length > 0 ? (
        <Filters
          label={TEXT.here}
          options={beside.map(({ region, name }) => ({ key: region, say: name }))}
          chosen={here.region}
          onChoose={pick}
        />
      ) : null}
      {below.length > 0 ? (
        <List>
          {below.map((one) => (
            <PickRow key={one.region} title={one.name} onTap={() => onChoose(one)} />
          ))}
        </List>
      ) : null}
    </Stack>
  )
}
