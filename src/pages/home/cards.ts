import type { FunctionComponent } from 'react'
import type { Contract } from '../../../types/contract'
import { ConsentCard } from '../../features/account/account.card'
import { CallsCard } from '../../features/account/calls.card'
import { AskingCard, DependentsCard } from '../../features/account/helping.card'
import { NewcomerCard } from '../../features/account/newcomer.card'
import { RequestCard } from '../../features/account/request.card'
import { AnnouncementCard } from '../../features/announcement/announcement.card'
import { AheadCard } from '../../features/booking/booking.card'
import { OfferedCard } from '../../features/booking/offered.card'

/** What a feature gives to the home screen: it reads its part of `home.view`, or shows nothing. */
export type HomeCard = FunctionComponent<{ view: Contract['home.view']['output']; now: number }>

/** Home is these, from top to bottom. A feature joins by adding its card here. */
export const HOME_CARDS: readonly HomeCard[] = [
  AskingCard,
  RequestCard,
  ConsentCard,
  AnnouncementCard,
  AheadCard,
  DependentsCard,
  CallsCard,
  OfferedCard,
]

/** Home of someone who lives in no community here: they may act for somebody who does. */
export const NEWCOMER_CARDS: readonly HomeCard[] = [
  DependentsCard,
  RequestCard,
  NewcomerCard,
  AnnouncementCard,
  CallsCard,
]
