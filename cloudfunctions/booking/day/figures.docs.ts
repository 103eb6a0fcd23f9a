import type { AgeBand } from '../../../types/contract/booking-visits'
import type { Document } from '../../shared/db'
import type { Placed } from '../booking.docs'

/** How a service was used in a month: what staff see of months, counted by the ticker from the rows. */
export interface FiguresDoc extends Document, Placed {
  serviceId: string
  serviceName: string
  providerId: string
  /** '2026-11' */
  month: string
  /** By day, '2026-11-23'; `readAt`: when the rows were read that it was counted from. */
  days: Record<string, UseCounts & { readAt: number }>
  total: UseCounts
  version: number
}

export interface UseCounts {
  booked: number
  came: number
  absent: number
  cancelled: number
  /** Of those booked and not cancelled. */
  ages: Partial<Record<AgeBand, number>>
}
