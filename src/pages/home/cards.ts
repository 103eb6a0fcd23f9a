import type { FunctionComponent } from 'react'
import type { Contract } from '../../../types/contract'
import { ConsentCard } from '../../features/account/account.card'
import { CallsCard } from '../../features/account/calls.card'
import { AheadCard } from '../../features/booking/booking.card'
import { OfferedCard } from '../../features/booking/offered.card'
import { MessageCard } from '../../features/message/message.card'

/** What a feature gives to the home screen: it reads its part of `home.view`, or shows nothing. */
export type HomeCard = FunctionComponent<{ view: Contract['home.view']['output']; now: number }>

/** Home is these, from top to bottom. A feature joins by adding its card here. */
export const HOME_CARDS: readonly HomeCard[] = [
  ConsentCard,
  MessageCard,
  AheadCard,
  CallsCard,
  OfferedCard,
]
