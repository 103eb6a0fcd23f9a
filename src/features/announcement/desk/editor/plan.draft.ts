import type {
  Audience,
  Category,
  Content,
  Must,
  Plan,
} from '../../../../../types/contract/announcement-content'
import type { Written } from '../../../../../types/contract/announcement-desk'
import { LIMITS } from '../../../../../types/contract/limits'
import type { GivenRole } from '../../../../../types/contract/role'
import { BEGINS_TEXT } from './begins.text'
import { accountsDraftOf, accountsOf, type AccountsDraft } from './accounts.rules'

/** A picture or file that was uploaded; `name` is what its reader sees or hears. */
export interface AttachedDraft {
  uploadId: string
  fileId: string
  name: string
}

export interface PickedPlace {
  region: string
  name: string
}

/** Somebody named, as the search showed them. Those named earlier are known by their id alone. */
export interface NamedPerson {
  residentId: string
  name: string
}

/** What an announcement says, as it is being typed. */
export interface ContentDraft {
  title: string
  body: string
  category: Category
  pictures: readonly AttachedDraft[]
  files: readonly AttachedDraft[]
  place: string
  /** '2026-11-24', '14:30'; '' where there is none. */
  day: string
  time: string
  accounts: AccountsDraft
}

export type Whom = 'all' | 'places' | 'people'

/** All of it, as it is being typed. */
export interface PlanDraft extends ContentDraft {
  whom: Whom
  places: readonly PickedPlace[]
  people: readonly NamedPerson[]
  roles: readonly GivenRole[]
  ageFrom: string
  ageTo: string
  livesAlone: boolean
  public: boolean
  must: Must['do'] | ''
  choices: readonly string[]
  callAfterHours: number
  /** Moments; 0 where there is none. */
  pinnedUntil: number
  expiresAt: number
  questions: boolean
}

/** Two days, in which a neighbour usually has looked at the phone. */
const CALL_AFTER_HOURS = 48

export const emptyPlan = (year: string): PlanDraft => ({
  title: '',
  body: '',
  category: 'notice',
  pictures: [],
  files: [],
  place: '',
  day: '',
  time: '',
  accounts: accountsDraftOf(undefined, year),
  whom: 'all',
  places: [],
  people: [],
  roles: [],
  ageFrom: '',
  ageTo: '',
  livesAlone: false,
  public: false,
  must: '',
  choices: BEGINS_TEXT.choices,
  callAfterHours: CALL_AFTER_HOURS,
  pinnedUntil: 0,
  expiresAt: 0,
  questions: true,
})

/** As the cloud takes what it says. */
export function contentOf(draft: ContentDraft): Content {
  const { title, body, category, pictures, files, place, day, time } = draft
  const accounts = category === 'finance' ? accountsOf(draft.accounts) : undefined
  return {
    title: title.trim(),
    body,
    category,
    pictures: pictures.map(attachedOf),
    files: files.map(attachedOf),
    ...(place.trim() ? { place: place.trim() } : {}),
    ...(day ? { when: { day, ...(time ? { time } : {}) } } : {}),
    ...(accounts ? { accounts } : {}),
  }
}

const attachedOf = ({ uploadId, fileId, name }: AttachedDraft) => ({
  uploadId,
  fileId,
  name: name.trim(),
})

/** Whom it is for, of the people of a region. */
export function audienceOf(draft: PlanDraft, region: string): Audience {
  const { whom, places, people, roles, livesAlone } = draft
  if (whom === 'people') {
    return {
      places: [region],
      people: people.map(({ residentId }) => residentId),
      public: false,
    }
  }
  const [from, to] = [draft.ageFrom, draft.ageTo].map((age) =>
    /^\d{1,3}$/.test(age.trim()) ? Number(age) : undefined,
  )
  const aged = from !== undefined || to !== undefined
  return {
    places: whom === 'places' ? places.map((place) => place.region) : [region],
    ...(roles.length > 0 ? { roles: [...roles] } : {}),
    ...(aged
      ? {
          ages: {
            ...(from === undefined ? {} : { from }),
            ...(to === undefined ? {} : { to }),
          },
        }
      : {}),
    ...(livesAlone ? { livesAlone: true as const } : {}),
    public: draft.public,
  }
}

/** What readers must do: an emergency is to be read, whatever else was chosen. */
export function askedOf({ must, category, callAfterHours }: PlanDraft) {
  return must === '' && category === 'emergency'
    ? { must: 'read' as const, callAfterHours: LIMITS.emergencyCallHours }
    : { must, callAfterHours }
}

export function planOf(draft: PlanDraft, region: string): Plan {
  const { choices, pinnedUntil, expiresAt, questions } = draft
  const { must, callAfterHours } = askedOf(draft)
  const asked = choices.map((one) => one.trim()).filter((one) => one !== '')
  return {
    content: contentOf(draft),
    audience: audienceOf(draft, region),
    ...(must
      ? { must: { do: must, callAfterHours, ...(must === 'choose' ? { choices: asked } : {}) } }
      : {}),
    ...(pinnedUntil ? { pinnedUntil } : {}),
    ...(expiresAt ? { expiresAt } : {}),
    questions,
  }
}

/** What stands in the cloud, to be typed on. `region`: where it is published. */
export function planDraftOf(written: Written, year: string): PlanDraft {
  const { content, audience, must, pinnedUntil = 0, expiresAt = 0, questions, region } = written
  const empty = emptyPlan(year)
  const { places, people, roles = [], ages, livesAlone = false } = audience
  return {
    ...contentDraftOf(content, year),
    whom: people ? 'people' : places.length === 1 && places[0] === region ? 'all' : 'places',
    places: places
      .filter((place) => place !== region)
      .map((place) => ({ region: place, name: '' })),
    people: (people ?? []).map((residentId) => ({ residentId, name: '' })),
    roles,
    ageFrom: ages?.from === undefined ? '' : String(ages.from),
    ageTo: ages?.to === undefined ? '' : String(ages.to),
    livesAlone,
    public: audience.public,
    must: must?.do ?? '',
    choices: must?.choices ?? empty.choices,
    callAfterHours: must?.callAfterHours ?? empty.callAfterHours,
    pinnedUntil,
    expiresAt,
    questions,
  }
}

export const contentDraftOf = (content: Content, year: string): ContentDraft => ({
  title: content.title,
  body: content.body,
  category: content.category,
  pictures: content.pictures.map(attachedOf),
  files: content.files.map(attachedOf),
  place: content.place ?? '',
  day: content.when?.day ?? '',
  time: content.when?.time ?? '',
  accounts: accountsDraftOf(content.accounts, year),
})
