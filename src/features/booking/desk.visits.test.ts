import { expect, test } from 'vitest'
import { servicesOfVisits } from './desk.visits'

const visit = (serviceId: string, n: number) => ({
  bookingId: `b${n}`,
  residentId: `r${n}`,
  slotId: `s${n}`,
  name: '王秀兰',
  serviceId,
  serviceName: serviceId,
  place: '一楼',
  where: 'place' as const,
  startsAt: n,
  endsAt: n + 1,
  priceFen: 0,
  absentFrom: n,
})

test('services are counted, each in the place of its first visit', () => {
  const visits = [visit('bath', 1), visit('check', 2), visit('bath', 3)]
  expect(servicesOfVisits(visits).map(({ serviceId, count }) => [serviceId, count])).toEqual([
    ['bath', 2],
    ['check', 1],
  ])
  expect(servicesOfVisits([])).toEqual([])
})
