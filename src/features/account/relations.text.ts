import type { HelperRelation, HomeRelation } from '../../../types/contract/people'

/** What a person is in a home. */
export const HOME_RELATION_TEXT: Record<HomeRelation, string> = {
  owner: '业主',
  tenant: '租户',
  family: '家人',
  other: '其他',
}

/** What a helper is to the person they act for. */
export const HELPER_RELATION_TEXT: Record<HelperRelation, string> = {
  son: '儿子',
  daughter: '女儿',
  spouse: '老伴',
  parent: '父母',
  grandchild: '孙辈',
  relative: '亲戚',
  neighbour: '邻居',
  other: '其他',
}
