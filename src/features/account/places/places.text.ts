import type { WhereField } from './where.rules'

/** Words of the fields that say where somebody lives. */
export const PLACES_TEXT = {
  community: '哪个社区',
  building: '几号楼',
  unit: '几单元',
  room: '房号',
  roomHint: '比如：503',
  buildingHint: '比如：3号楼',
  unitHint: '没有单元就不写',
  find: '找社区：写名字里的字',
  findHint: '比如：春晓',
  none: '没有找到。请换个字，或者问社区服务站。',
  again: '改',
  againLabel: (label: string, chosen: string) => `${label}：${chosen}，改一改`,
  missing: {
    community: '请点一下是哪个社区。',
    building: '请点一下是几号楼。',
    unit: '请点一下是几单元。',
    room: '请写房号。',
  } satisfies Record<WhereField, string>,
}
