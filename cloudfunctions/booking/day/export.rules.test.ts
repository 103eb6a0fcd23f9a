import { expect, test } from 'vitest'
import type { Visit } from '../../../types/contract/booking-visits'
import { momentOf } from '../../shared/time'
import { csvOf, linesOf } from './export.rules'

const visit: Visit = {
  bookingId: 'b',
  residentId: 'r',
  slotId: 's',
  name: '王秀兰',
  serviceId: 'bath',
  serviceName: '助浴',
  place: '日间照料中心',
  where: 'home',
  home: '3号楼2单元501室',
  startsAt: momentOf('2026-11-26', '09:30'),
  endsAt: momentOf('2026-11-26', '10:30'),
  priceFen: 3_000,
  absentFrom: 0,
  note: '怕冷',
  answers: [{ ask: '要轮椅吗', answer: '要' }],
  mark: 'done',
  paid: { fen: 2_550, receiptNo: 'A-7' },
}

test('a line says what somebody would have to copy by hand', () => {
  const [heads, line] = linesOf([visit])
  expect(heads?.length).toBe(line?.length)
  expect(line).toEqual([
    ...['09:30', '10:30', '助浴', '王秀兰', '3号楼2单元501室', '怕冷；要轮椅吗：要', '已完成'],
    ...[30, 25.5, 'A-7'],
  ])
})

test('a text that looks like a formula stays a text, and quotes and commas do no harm', () => {
  const csv = csvOf([['=1+1', '他说"好",走', 25.5]])
  expect(csv).toBe('\uFEFF"\'=1+1","他说""好"",走",25.50\r\n')
})
