import type { JoinRequest } from '../../../../types/contract/account-joining'
import { HELPING_TEXT } from '../helping/helping.text'
import { HOME_RELATION_TEXT } from '../relations.text'
import { REQUESTS_TEXT } from './requests.text'

/** Who asks for what: 李建国申请替王秀兰办事. */
export const titleOf = ({ kind, name, forName = '' }: JoinRequest): string =>
  kind === 'join' ? REQUESTS_TEXT.wants.join(name) : REQUESTS_TEXT.wants.help(name, forName)

/** What the asker is in the home, or to the person they want to act for. */
export const relationOf = ({ relation }: JoinRequest): string =>
  ({ ...HOME_RELATION_TEXT, ...HELPING_TEXT.relation })[relation]
