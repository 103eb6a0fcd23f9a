import type { Role } from '../../types/contract/account'
import { readCollection } from './db'
import type { Document } from './db'
import { refuse } from './errors'
import type { Tap } from './taps'

/** A WeChat identity; `_id` is the openid. */
export interface Account extends Document {
  name: string
  roles: Role[]
  /** Where the person stands: ids from district to community, joined by '/'. */
  region: string
  /** Absent for those who work above a community. */
  communityId?: string
  /** Absent for those who live in no community here. */
  residentId?: string
  /** The room as people say it, e.g. 3号楼2单元501室. */
  home?: string
  policy?: { version: string; at: number }
  taps: Tap[]
}

/** Someone who lives in a community, and so can be booked for. */
export type Resident = Account & { communityId: string; residentId: string }

/** Someone who works for a community. What they may see is that community's. */
export type Staff = Account & { communityId: string }

/**
 * Who may call an operation: `anyone` with a WeChat identity, `member`s of a region, `resident`s of a
 * community, or its `staff`.
 */
export type Who = 'anyone' | 'member' | 'resident' | 'staff'

export interface ActorOf {
  anyone: Account | null
  member: Account
  resident: Resident
  staff: Staff
}

const accounts = readCollection<Account>('accounts')

/** Loads the caller (one read) and refuses whoever the operation is not for. */
export async function loadActor<W extends Who>(openid: string, who: W): Promise<ActorOf[W]> {
  const account = await accounts.find(openid)
  return authorise(account, who)
}

function authorise<W extends Who>(account: Account | null, who: W): ActorOf[W] {
  if (who === 'anyone') return account as ActorOf[W]
  if (!account) return refuse('NOT_JOINED')
  if (who === 'resident' && !(account.residentId && account.communityId))
    return refuse('NOT_ALLOWED')
  if (who === 'staff' && !(account.roles.includes('staff') && account.communityId))
    return refuse('NOT_ALLOWED')
  return account as ActorOf[W]
}
