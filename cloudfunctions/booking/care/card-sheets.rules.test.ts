import { expect, test } from 'vitest'
import { momentOf } from '../../shared/time'
import { cardSheets } from './card-sheets.rules'

test('a visit stands in the list to call from, and on a card with what to say at each end', () => {
  const startsAt = momentOf('2026-11-24', '09:00')
  const visit = {
    name: '王秀兰',
    home: '3号楼2单元503室',
    serviceName: '上门助浴',
    startsAt,
    endsAt: momentOf('2026-11-24', '10:30'),
    comes: '012345',
    goes: '678901',
  }
  const [list, cards] = cardSheets('2026-11-24', [visit])
  expect(list?.rows.at(-1)).toEqual([
    '09:00–10:30',
    '王秀兰',
    '3号楼2单元503室',
    '上门助浴',
    '012 345',
    '678 901',
    '',
  ])
  expect(cards?.rows).toContainEqual(['人到时报', { big: '012 345' }])
  expect(cards?.rows).toContainEqual(['人走时报', { big: '678 901' }])
  // A day without visits is a list with its head, and no card.
  expect(cardSheets('2026-11-25', []).map(({ rows }) => rows.length)).toEqual([3, 0])
})
