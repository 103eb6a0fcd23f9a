import { accountsProblemOf } from './accounts.rules'
import type { PlanDraft } from './plan.draft'

/** The parts of writing, in order. */
export const STEPS = ['words', 'more', 'whom', 'asks', 'preview'] as const
export type Step = (typeof STEPS)[number]

export type PlanProblem =
  | 'title'
  | 'body'
  | 'pictureName'
  | 'fileName'
  | 'day'
  | 'time'
  | 'accountsName'
  | 'accountsMoney'
  | 'accounts'
  | 'places'
  | 'people'
  | 'ages'
  | 'ageOrder'
  | 'choices'
  | 'sameChoices'

/** In which part a problem is mended. */
export const STEP_OF: Record<PlanProblem, Step> = {
  title: 'words',
  body: 'words',
  pictureName: 'more',
  fileName: 'more',
  day: 'more',
  time: 'more',
  accountsName: 'more',
  accountsMoney: 'more',
  accounts: 'more',
  places: 'whom',
  people: 'whom',
  ages: 'whom',
  ageOrder: 'whom',
  choices: 'asks',
  sameChoices: 'asks',
}

const nameless = (all: readonly { name: string }[]) => all.some(({ name }) => name.trim() === '')
const isDay = (day: string) => /^20\d{2}-\d{2}-\d{2}$/.test(day)
const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
const isAge = (age: string) => /^\d{1,3}$/.test(age.trim()) && Number(age) <= 150

/** What keeps it from being saved: the cloud takes an unfinished draft, and nothing that is wrong. */
export function problemOf(draft: PlanDraft): PlanProblem | undefined {
  if (nameless(draft.pictures)) return 'pictureName'
  if (nameless(draft.files)) return 'fileName'
  if (draft.day && !isDay(draft.day)) return 'day'
  if (draft.time && !isTime(draft.time)) return 'time'
  if (draft.category === 'finance') {
    const problem = accountsProblemOf(draft.accounts)
    if (problem) return problem === 'name' ? 'accountsName' : 'accountsMoney'
  }
  return whomProblemOf(draft) ?? choicesProblemOf(draft)
}

export function whomProblemOf(draft: PlanDraft): PlanProblem | undefined {
  if (draft.whom === 'places' && draft.places.length === 0) return 'places'
  if (draft.whom === 'people') return draft.people.length === 0 ? 'people' : undefined
  const ages = [draft.ageFrom, draft.ageTo].filter((age) => age.trim() !== '')
  if (!ages.every(isAge)) return 'ages'
  return ages.length === 2 && Number(ages[0]) > Number(ages[1]) ? 'ageOrder' : undefined
}

function choicesProblemOf({ must, choices }: PlanDraft): PlanProblem | undefined {
  if (must !== 'choose') return undefined
  const asked = choices.map((one) => one.trim()).filter((one) => one !== '')
  if (asked.length < 2) return 'choices'
  return new Set(asked).size < asked.length ? 'sameChoices' : undefined
}

/** What is still missing before it can go out. */
export function missingOf(draft: PlanDraft): PlanProblem | undefined {
  if (draft.title.trim() === '') return 'title'
  if (draft.body.trim() === '') return 'body'
  const problem = problemOf(draft)
  if (problem) return problem
  const lines = [...draft.accounts.income, ...draft.accounts.spending]
  return draft.category === 'finance' && lines.every(({ name }) => name.trim() === '')
    ? 'accounts'
    : undefined
}
