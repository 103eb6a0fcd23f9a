import type { HomeRelation } from '../../../types/contract/people'

/** What a person is in a home. */
export const HOME_RELATION_TEXT: Record<HomeRelation, string> = {
  owner: '业主',
  tenant: '租户',
  family: '家人',
  other: '其他',
}
