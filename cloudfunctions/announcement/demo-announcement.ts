import type { Accounts, Audience, Category, Must } from '../../types/contract/announcement-content'

/** An announcement of the demo. Times are in hours before the demo's moment; those to come are negative. */
export interface DemoAnnouncement {
  key: string
  /** The place it is published for: a level of the demo's first community, or a building of it. */
  at: 'district' | 'street' | 'community' | { building: number }
  /** Who wrote it, of the people a visitor can be. */
  by: 'demo-staff' | 'demo-street' | 'demo-district' | 'demo-manager'
  category: Category
  title: string
  body: string
  /** Hours since it was published; absent for a draft. */
  ago?: number
  /** Hours until it is published by itself. */
  scheduledIn?: number
  pinnedFor?: number
  expiresIn?: number
  must?: Must
  audience?: Partial<Audience>
  place?: string
  when?: { inDays: number; time?: string }
  accounts?: Accounts
  questions?: boolean
  former?: { title: string; body: string; reason: string; until: number; accounts?: Accounts }
  withdrawn?: { ago: number; reason: string }
  asked?: readonly { by: string; text: string; ago: number; answer?: string }[]
  /** Who has opened it, and what they did: people a visitor can be, and some at the desk. */
  read?: readonly { by: string; choice?: string; confirmed?: true }[]
  /** So many others told the desk. */
  toldDesk?: number
}

/** A body of several paragraphs. */
export const lines = (...text: readonly string[]): string => text.join('\n\n')
