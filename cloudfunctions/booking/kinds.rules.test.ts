import { describe, expect, test } from 'vitest'
import type { Service } from '../../types/contract/booking'
import { kindsOf } from './kinds.rules'

const service = (name: string, category: Service['category']): Service => ({
  serviceId: name,
  name,
  need: 'other',
  category,
  summary: '',
  providerName: '',
  where: 'place',
  place: '',
  priceFen: 0,
  minutes: 30,
})

describe('the kinds of services on home', () => {
  test('nothing offered is no kind', () => {
    expect(kindsOf([])).toEqual([])
  })

  test('each kind stands where its first service does, counts all of them and names two', () => {
    const services = [
      service('体检', 'health'),
      service('理发', 'home'),
      service('疫苗', 'health'),
      service('推拿', 'health'),
    ]
    expect(kindsOf(services)).toEqual([
      { category: 'health', examples: ['体检', '疫苗'], count: 3 },
      { category: 'home', examples: ['理发'], count: 1 },
    ])
  })
})
