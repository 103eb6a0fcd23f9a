import type { Contract } from '../../../../types/contract'

/** A home's code that was just made. */
export type Made = Contract['account.makeHouseholdCode']['output']

/** What is done with the person now; `card` looks at them. */
export type Doing =
  | { is: 'card'; done?: string }
  | { is: 'edit' | 'end' | 'merge' | 'helping' }
  | { is: 'code'; made: Made }
