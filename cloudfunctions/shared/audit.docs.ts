import type { ErrorCode } from '../../types/contract/errors'
import type { Role } from '../../types/contract/account'
import type { Document } from './db'

/**
 * What somebody did to another person's data, or with the power of a role. Ids, names of fields and
 * codes only, never a value, so that erasing a person leaves every fact true and the chain valid.
 */
export interface AuditFact extends Document {
  /** The region the act belongs to: a community, or a street or district for an act above one. */
  chain: string
  /** When, epoch ms. */
  at: number
  /** A random reference of the account that acted, never the openid. */
  by: string
  /** In which capacity: for somebody who asked for help, for a caller at the desk, or in a role. */
  as: 'helper' | 'desk' | Role
  /** The operation, `feature.verbNoun`. */
  op: string
  /** The residentId of the person concerned. */
  whom?: string
  /** The fields read or changed, by name. */
  fields: string[]
  /** A code from a closed list. */
  reason?: string
  /** The fact that this one adds to. */
  of?: string
  /** Why the act was refused. */
  refused?: ErrorCode
}

/** A fact as it is stored. What follows is bookkeeping, and stands outside of the hash. */
export interface FactDoc extends AuditFact {
  /** By time, then id. */
  listKey: string
  /** True until the fact stands in its chain, and the block's head is published. */
  waiting: boolean
  /** The block it stands in. */
  sealedIn?: string
}

export interface BlockEntry {
  /** The entry's number in the chain, from 1. */
  seq: number
  /** The fact's id. */
  fact: string
  /** SHA-256 over the entry before it and this fact (audit-seal.rules.ts). */
  hash: string
}

/** Facts sealed together; `_id` is `${chain}:${n}`, so that of two who add the same block one loses. */
export interface BlockDoc extends Document {
  chain: string
  /** From 1. */
  n: number
  /** When it was sealed, epoch ms; never before the block ahead of it. Covered by the hashes. */
  at: number
  /** The hash of the last entry before this block. */
  prev: string
  /** The hash of its last entry. */
  hash: string
  entries: BlockEntry[]
}

/** Where a chain stands: its last hash and how many entries lead to it. */
export interface Head {
  chain: string
  /** The calendar day it was sealed on, in the communities' time zone. */
  day: string
  count: number
  hash: string
}

/** `_id` is `${chain}:${day}`. */
export type HeadDoc = Head & Document
