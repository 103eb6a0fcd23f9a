import { type ReactNode, useState } from 'react'
import type { Holder, Invitation } from '../../../../types/contract/account-roles'
import { updateQuery } from '../../../cloud/query-cache'
import { usePages } from '../../../cloud/use-pages'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Button } from '../../../ui/button'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { Notice } from '../../../ui/notice'
import { Skeleton } from '../../../ui/skeleton'
import { Stack } from '../../../ui/stack'
import { ACCOUNT_TEXT } from '../account.text'
import { EndRoleSheet } from './end-role-sheet'
import { HoldersTable } from './holders-table'
import { InviteForm } from './invite-form'
import { InvitationPane } from './invitation-pane'
import { OpenInvitations } from './open-invitations'
import { heldHere, type Region } from './roles.rules'
import { ROLES_TEXT } from './roles.text'

const TEXT = ROLES_TEXT

type Doing = { is: 'list' | 'invite' } | { is: 'code'; invitation: Invitation }

interface RegionRolesProps {
  region: Region
  now: number
  onSheet: (sheet: ReactNode) => void
}

/** The roles of one region: who has them, whom they are offered to, and the way to offer more. */
export function RegionRoles({ region, now, onSheet }: RegionRolesProps) {
  const input = { region: region.region }
  const pages = usePages('account.listRoles', input)
  const [doing, setDoing] = useState<Doing>({ is: 'list' })
  const [ended, setEnded] = useState<readonly Holder[]>([])
  const [said, setSaid] = useState<string>()
  usePullRefresh(pages.first.refresh)

  const settle = (words: string) => {
    onSheet(null)
    setDoing({ is: 'list' })
    setSaid(words)
  }
  const keepInvitations = (change: (all: Invitation[]) => Invitation[]) =>
    updateQuery('account.listRoles', input, undefined, (page) => ({
      ...page,
      invitations: change(page.invitations),
    }))
  const endRole = (holder: Holder) =>
    onSheet(
      <EndRoleSheet
        holder={holder}
        onStay={() => onSheet(null)}
        onDone={() => {
          setEnded((before) => [...before, holder])
          settle(TEXT.ended(holder.name, ACCOUNT_TEXT.role[holder.role]))
        }}
      />,
    )
  return (
    <Loaded
      load={pages.first}
      skeleton={<Skeleton blocks={['line', 'row', 'row', 'row']} />}
      onRetry={() => void pages.first.refresh()}
    >
      {({ invitations, canGive }) =>
        doing.is === 'invite' ? (
          <InviteForm
            region={region}
            canGive={heldHere(canGive, region.region)}
            onLeave={() => setDoing({ is: 'list' })}
            onMade={(invitation) => {
              keepInvitations((all) => [invitation, ...all])
              setDoing({ is: 'code', invitation })
            }}
          />
        ) : doing.is === 'code' ? (
          <InvitationPane
            invitation={doing.invitation}
            now={now}
            onSheet={onSheet}
            onLeave={() => setDoing({ is: 'list' })}
            onEnded={({ invitationId }) => {
              keepInvitations((all) => all.filter((one) => one.invitationId !== invitationId))
              settle(TEXT.takenBack)
            }}
          />
        ) : (
          <Stack>
            {said ? (
              <Notice tone="plain" icon="check">
                {said}
              </Notice>
            ) : null}
            <Button
              onTap={() => {
                setSaid(undefined)
                setDoing({ is: 'invite' })
              }}
            >
              {TEXT.invite}
            </Button>
            <OpenInvitations
              invitations={invitations}
              now={now}
              onOpen={(invitation) => setDoing({ is: 'code', invitation })}
            />
            <HoldersTable
              holders={pages.items.filter((one) => !ended.some((gone) => isSame(gone, one)))}
              now={now}
              onEnd={endRole}
            />
            <LoadMore pages={pages} say={TEXT.more} />
          </Stack>
        )
      }
    </Loaded>
  )
}

/** One person may hold several roles, and one role in several places. Taken back and given again it is another. */
const isSame = (one: Holder, other: Holder): boolean =>
  one.ref === other.ref &&
  one.role === other.role &&
  one.region === other.region &&
  one.since === other.since
