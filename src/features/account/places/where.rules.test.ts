import { describe, expect, test } from 'vitest'
import {
  inBuilding,
  inCommunity,
  missingOf,
  NOWHERE,
  roomGivenOf,
  whereFrom,
  whereSaid,
  type Where,
} from './where.rules'

const HOME: Where = {
  communityId: 'chunxiao',
  communityName: '春晓社区',
  communityRegion: 'heping/nanhu/chunxiao',
  building: '3号楼',
  buildingRegion: 'heping/nanhu/chunxiao/chunxiao-b3',
  unit: '2单元',
  room: ' 503 ',
}

describe('where somebody lives', () => {
  test.each([
    [NOWHERE, true, 'community'],
    [{ ...HOME, building: ' ' }, true, 'building'],
    [{ ...HOME, unit: '' }, true, 'unit'],
    [{ ...HOME, unit: '' }, false, undefined],
    [{ ...HOME, room: ' ' }, true, 'room'],
    [HOME, true, undefined],
  ] as const)('%j with units: %s lacks %s', (where, hasUnits, missing) => {
    expect(missingOf(where, hasUnits)).toBe(missing)
  })

  test('is sent without what nobody said', () => {
    expect(roomGivenOf(HOME)).toEqual({
      communityId: 'chunxiao',
      building: '3号楼',
      unit: '2单元',
      room: '503',
    })
    expect(roomGivenOf({ ...HOME, unit: '' })).not.toHaveProperty('unit')
    expect(whereSaid({ ...HOME, room: '' })).toBe('春晓社区 3号楼 2单元')
  })

  test('another community or building undoes what was chosen within the former', () => {
    const other = { communityId: 'liuan', communityName: '柳岸社区', communityRegion: 'x' }
    expect(inCommunity(HOME, other)).toMatchObject({ building: '', unit: '', room: ' 503 ' })
    expect(inBuilding(HOME, { building: '4号楼', buildingRegion: 'y' }).unit).toBe('')
  })

  test.each([undefined, '', {}, { ...HOME, unit: 2 }])('kept as %j it is nowhere', (kept) => {
    expect(whereFrom(kept)).toEqual(NOWHERE)
  })
})
