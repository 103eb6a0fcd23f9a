import type { ResidentCard } from '../../../../types/contract/account-roster'
import { updateQuery } from '../../../cloud/query-cache'

/** Puts a person that a command replied with where the card is shown. */
export const showCard = (card: ResidentCard): void =>
  updateQuery('account.viewResident', { residentId: card.residentId }, undefined, () => card)
