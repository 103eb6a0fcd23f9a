import { describe, expect, test } from 'vitest'
import type { Offered } from '../../../../types/contract/booking-catalogue'
import { USUAL_TERMS } from '../../../../types/contract/usual-terms'
import { emptyService, keptFrom, newQuestion, planOf, typedOf } from './service.draft'

const OFFERED: Offered = {
  serviceId: 's',
  version: 3,
  providerName: '康宁',
  pictureUrls: ['https://a'],
  plan: {
    name: '助浴',
    need: 'bathing',
    providerId: 'p',
    where: 'home',
    place: '康宁',
    minutes: 60,
    priceFen: 12_050,
    subsidisedFen: 2_000,
    summary: '上门洗澡',
    about: '两个人来。',
    phone: '02455500152',
    order: 7,
    state: 'offered',
    pictures: [{ uploadId: 'u', fileId: 'f' }],
    bring: ['毛巾', '换洗衣服'],
    prepare: [],
    terms: {
      ...USUAL_TERMS,
      who: { ageFrom: 60, anyOf: ['livesAlone'], places: ['a/b/c/1'] },
      person: { week: 2 },
      questions: [
        { key: 'q1', ask: '能走吗', choices: ['能', '不能'], must: true },
        { key: 'q2', ask: '还有什么', must: false },
      ],
      subsidy: { unit: 'minute', units: 60 },
      lateMinutes: 15,
    },
  },
}

describe('a service that is typed', () => {
  test('is sent as it was read where nothing was changed', () => {
    expect(planOf(typedOf(OFFERED))).toEqual(OFFERED.plan)
  })

  test('with nothing where nothing is said', () => {
    const plan = planOf({ ...emptyService('p'), name: '理发', bring: ' \n身份证\n', price: '12.5' })
    expect(plan).toMatchObject({ priceFen: 1_250, bring: ['身份证'], terms: USUAL_TERMS })
    expect(plan).not.toHaveProperty('phone')
    expect(plan).not.toHaveProperty('subsidisedFen')
  })

  test('sends what is no number as none, so that it is refused at its field', () => {
    const plan = planOf({ ...typedOf(OFFERED), price: '十元', ageFrom: '老' })
    expect(JSON.parse(JSON.stringify(plan))).toMatchObject({
      priceFen: null,
      terms: { who: { ageFrom: null } },
    })
  })

  test('is kept on the phone once something was typed, and not in a form that is no longer known', () => {
    const initial = typedOf(OFFERED)
    const typed = { ...initial, typed: true, name: '洗澡' }
    expect(keptFrom(JSON.parse(JSON.stringify(typed)), initial)).toEqual(typed)
    expect(keptFrom({ ...typed, bring: ['毛巾'] }, initial)).toBe(initial)
    expect(keptFrom('', initial)).toBe(initial)
  })

  test('asks each question by a key of its own', () => {
    const one = newQuestion([])
    const two = newQuestion([one])
    expect([one.key, two.key, newQuestion([two]).key]).toEqual(['q1', 'q2', 'q1'])
  })
})
