import type { Role } from '../../types/contract/account'

/** What each role is called, wherever it is named. */
export const ROLE_TEXT = {
  resident: '居民',
  volunteer: '志愿者',
  provider: '服务人员',
  propertyManager: '物业经理',
  repairWorker: '维修师傅',
  ownersCommittee: '业委会',
  assemblyRepresentative: '居民代表',
  socialWorker: '社工',
  staff: '社区工作者',
  streetOfficer: '街道工作人员',
  districtOfficer: '区里工作人员',
  administrator: '管理员',
} satisfies Record<Role, string>
