import { describe, expect, test } from 'vitest'
import type { Written } from '../../../../../types/contract/announcement-desk'
import { keptFrom } from './kept-draft'
import { emptyPlan, planDraftOf, planOf, type PlanDraft } from './plan.draft'
import { missingOf, problemOf } from './plan.rules'

const REGION = 'heping/nanhu/chunxiao'
const EMPTY = emptyPlan('2026')
const WHOLE: PlanDraft = {
  ...EMPTY,
  title: ' 停水通知 ',
  body: '明天停水。',
  pictures: [{ uploadId: 'p1', fileId: 'cloud://p1', name: '停水范围' }],
  day: '2026-11-24',
  time: '09:00',
  whom: 'places',
  places: [{ region: `${REGION}/chunxiao-b3`, name: '3号楼' }],
  roles: ['volunteer'],
  ageFrom: '60',
  livesAlone: true,
  must: 'choose',
  choices: ['来', '不来', ' '],
  pinnedUntil: 1,
}

test('what is typed goes to the cloud, and comes back to be typed on', () => {
  const plan = planOf(WHOLE, REGION)
  expect(plan).toEqual({
    content: {
      title: '停水通知',
      body: '明天停水。',
      category: 'notice',
      pictures: WHOLE.pictures,
      files: [],
      when: { day: '2026-11-24', time: '09:00' },
    },
    audience: {
      places: [`${REGION}/chunxiao-b3`],
      roles: ['volunteer'],
      ages: { from: 60 },
      livesAlone: true,
      public: false,
    },
    must: { do: 'choose', choices: ['来', '不来'], callAfterHours: 48 },
    pinnedUntil: 1,
    questions: true,
  })
  const back = planDraftOf({ ...plan, region: REGION } as Written, '2026')
  expect(planOf(back, REGION)).toEqual(plan)
})

test('an emergency is to be read at least, and people are called soon', () => {
  const draft: PlanDraft = { ...WHOLE, category: 'emergency', must: '' }
  expect(planOf(draft, REGION).must).toEqual({ do: 'read', callAfterHours: 4 })
  const chosen = planOf({ ...draft, must: 'confirm' }, REGION).must
  expect(chosen).toEqual({ do: 'confirm', callAfterHours: 48 })
  expect(planOf({ ...WHOLE, must: '' }, REGION).must).toBeUndefined()
})

test('people named one by one are all that the audience says', () => {
  const people = [{ residentId: 'r1', name: '王*兰' }]
  expect(planOf({ ...WHOLE, whom: 'people', people, public: true }, REGION).audience).toEqual({
    places: [REGION],
    people: ['r1'],
    public: false,
  })
})

describe('what keeps it from being saved, or from going out', () => {
  test.each<[string, Partial<PlanDraft>, string | undefined, string | undefined]>([
    ['nothing', {}, undefined, undefined],
    ['no title', { title: ' ' }, undefined, 'title'],
    ['no body', { body: '' }, undefined, 'body'],
    [
      'a picture without words',
      { pictures: [{ uploadId: 'x', fileId: 'y', name: ' ' }] },
      'pictureName',
      'pictureName',
    ],
    ['no such time', { time: '25:00' }, 'time', 'time'],
    ['places, and none chosen', { places: [] }, 'places', 'places'],
    ['people, and nobody named', { whom: 'people' }, 'people', 'people'],
    ['ages that are none', { ageTo: '老' }, 'ages', 'ages'],
    ['ages the wrong way round', { ageTo: '50' }, 'ageOrder', 'ageOrder'],
    ['one choice', { choices: ['来'] }, 'choices', 'choices'],
    ['the same choice twice', { choices: ['来', '来 '] }, 'sameChoices', 'sameChoices'],
    ['accounts without a line', { category: 'finance' }, undefined, 'accounts'],
  ])('%s', (_, part, saving, publishing) => {
    expect(problemOf({ ...WHOLE, ...part })).toBe(saving)
    expect(missingOf({ ...WHOLE, ...part })).toBe(publishing)
  })
})

describe('a draft on the phone', () => {
  const initial = { version: 3, plan: EMPTY, unsaved: false }
  test('is taken up where something was typed', () => {
    const kept = { version: 2, plan: WHOLE, unsaved: true }
    expect(keptFrom(JSON.parse(JSON.stringify(kept)), initial)).toEqual(kept)
  })
  test.each([
    undefined,
    'x',
    {},
    { version: 2, plan: {}, unsaved: true },
    { ...initial, version: 1 },
  ])('is left alone as %j', (kept) => {
    expect(keptFrom(kept, initial)).toBe(initial)
  })
})
