import type { GivenRole } from '../../types/contract/role'

/** Whose an announcement is: of a place, or of the property company that looks after it. */
export const fromText = (role: GivenRole, placeName: string): string =>
  role === 'propertyManager' ? `${placeName}物业` : placeName

/** What is wrong with a body, and in which line of it. */
export const inLine = (line: number, fault: string): string => `第${line}行：${fault}`
