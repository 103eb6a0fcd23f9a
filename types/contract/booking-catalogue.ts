import * as v from 'valibot'
import { holders } from './access'
import { service } from './booking-shapes'
import { need, terms } from './booking-terms'
import { closure, pattern } from './booking-times'
import { after, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'
import { phoneNumber } from './people'

/** The catalogue of services as staff, and those who give them, keep it. */

/** Whoever keeps services: a community's staff all of them, a provider's people their own. */
export const SERVICE_KEEPERS = ['staff', 'socialWorker', 'provider'] as const
const STAFF = ['staff', 'socialWorker'] as const
const keeping = holders(SERVICE_KEEPERS, { over: 'community' })

const line = (most: number) =>
  v.pipe(
    v.string(FIELD_TEXT.writeText),
    v.trim(),
    v.minLength(1, FIELD_TEXT.writeText),
    v.maxLength(most, FIELD_TEXT.tooManyWords),
  )

const text = (most: number) =>
  v.pipe(v.string(FIELD_TEXT.writeText), v.trim(), v.maxLength(most, FIELD_TEXT.tooManyWords))

const moneyFen = v.pipe(
  v.number(FIELD_TEXT.badMoney),
  v.integer(FIELD_TEXT.badMoney),
  v.minValue(0, FIELD_TEXT.badMoney),
  v.maxValue(10_000_000, FIELD_TEXT.badMoney),
)

const lines = v.pipe(
  v.array(line(LIMITS.serviceLineChars)),
  v.maxLength(LIMITS.serviceLines, FIELD_TEXT.tooManyServiceLines),
)

/** A picture that was uploaded where `booking.prepareUpload` said, or that stands in the service already. */
const picture = v.object({
  uploadId: id,
  fileId: v.pipe(v.string(FIELD_TEXT.fileAgain), v.maxLength(500, FIELD_TEXT.fileAgain)),
})

/** All that is decided of a service. */
export const servicePlan = v.pipe(
  v.object({
    name: line(LIMITS.serviceNameChars),
    need,
    summary: line(LIMITS.serviceSummaryChars),
    about: text(LIMITS.serviceAboutChars),
    bring: lines,
    prepare: lines,
    pictures: v.pipe(
      v.array(picture),
      v.maxLength(LIMITS.servicePictures, FIELD_TEXT.tooManyServicePictures),
    ),
    providerId: id,
    /** Whom to ask. */
    phone: v.optional(phoneNumber),
    /** Does not change any more once the service is there. */
    where: v.picklist(['place', 'home'], FIELD_TEXT.chooseAgain),
    /** As people call it: the room, or from where people come to homes. */
    place: line(LIMITS.placeNameChars),
    priceFen: moneyFen,
    /** What is paid where a visit takes from an entitlement. */
    subsidisedFen: v.optional(moneyFen),
    /** How long one visit takes. */
    minutes: v.pipe(
      v.number(FIELD_TEXT.badNumber),
      v.integer(FIELD_TEXT.badNumber),
      v.minValue(5, FIELD_TEXT.visitMinutes),
      v.maxValue(12 * 60, FIELD_TEXT.visitMinutes),
    ),
    terms,
    /** `paused`: no new bookings; those there are stay. */
    state: v.picklist(['offered', 'paused'], FIELD_TEXT.chooseAgain),
    /** Its place in the list: smaller numbers first. */
    order: v.pipe(
      v.number(FIELD_TEXT.badNumber),
      v.integer(FIELD_TEXT.badNumber),
      v.minValue(0, FIELD_TEXT.badNumber),
      v.maxValue(9_999, FIELD_TEXT.badNumber),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['priceFen'], ['subsidisedFen']],
      ({ priceFen, subsidisedFen }) => subsidisedFen === undefined || subsidisedFen <= priceFen,
      FIELD_TEXT.subsidisedLess,
    ),
    ['subsidisedFen'],
  ),
  v.forward(
    v.partialCheck(
      [['terms', 'who']],
      ({ terms: { who } }) =>
        who.ageFrom === undefined || who.ageTo === undefined || who.ageFrom <= who.ageTo,
      FIELD_TEXT.ageOrder,
    ),
    ['terms', 'who'],
  ),
  v.forward(
    v.partialCheck(
      [['terms', 'questions']],
      ({ terms: { questions } }) =>
        new Set(questions.map(({ key }) => key)).size === questions.length,
      FIELD_TEXT.chooseAgain,
    ),
    ['terms', 'questions'],
  ),
)
export type ServicePlan = v.InferOutput<typeof servicePlan>

/** A service for whoever edits it. */
export const offered = v.object({
  serviceId: v.string(),
  version: v.number(),
  plan: servicePlan,
  providerName: v.string(),
  /** Addresses of the plan's pictures, good for ten minutes, in their order. */
  pictureUrls: v.array(v.string()),
})
export type Offered = v.InferOutput<typeof offered>

export const offeredRow = v.object({
  ...service.entries,
  providerId: v.string(),
  state: v.picklist(['offered', 'paused']),
  /** Times that its patterns plan from tomorrow to its horizon, without those that are closed. */
  slotsAhead: v.number(),
})
export type OfferedRow = v.InferOutput<typeof offeredRow>

/** Somebody who may work for a provider: holds the role in the community. */
const worker = v.object({ ref: v.string(), name: v.string() })

/** Who gives services, for staff. */
export const provider = v.object({
  providerId: v.string(),
  version: v.number(),
  name: v.string(),
  phone: v.optional(v.string()),
  members: v.array(worker),
})
export type Provider = v.InferOutput<typeof provider>

/** A provider as one chooses it. */
const named = v.object({ providerId: v.string(), name: v.string() })

const CHANGING = ['NOT_FOUND', 'NOT_YOUR_SERVICE', 'CHANGED', 'TAP_REUSED'] as const

export const bookingCatalogue = {
  /** The services that the caller keeps, paused ones too, in the order staff gave them. */
  listOffered: operation({
    kind: 'query',
    access: keeping,
    input: v.object({ after }),
    output: page(offeredRow),
    errors: [],
  }),

  /** One service for editing, with its times and what is closed; without a service: what a new one may choose from. */
  viewOffered: operation({
    kind: 'query',
    access: keeping,
    input: v.object({ serviceId: v.optional(id) }),
    output: v.object({
      offered: v.optional(offered),
      patterns: v.array(pattern),
      /** Of days that are not over: of the service, its provider or its place. */
      closures: v.array(closure),
      /** Those whose services the caller may edit. */
      providers: v.array(named),
    }),
    errors: ['NOT_FOUND', 'NOT_YOUR_SERVICE'],
  }),

  /** Where a picture of a service is uploaded to. */
  prepareUpload: operation({
    kind: 'command',
    access: keeping,
    input: v.object({
      ending: v.pipe(v.string(FIELD_TEXT.fileAgain), v.maxLength(10, FIELD_TEXT.fileAgain)),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(1, FIELD_TEXT.fileAgain)),
    }),
    output: v.object({ uploadId: v.string(), path: v.string(), expiresAt: v.number() }),
    errors: ['NOT_ALLOWED_FILE', 'TAP_REUSED'],
  }),

  /**
   * Makes a service, or changes it as it was read in `version`. The times ahead follow within a minute; of a paused
   * one they are closed at once.
   */
  saveService: operation({
    kind: 'command',
    access: keeping,
    input: v.object({
      serviceId: v.optional(id),
      version: v.optional(v.number()),
      plan: servicePlan,
    }),
    output: offered,
    errors: [...CHANGING, 'NOT_ALLOWED_FILE', 'FILE_UNREADABLE'],
  }),

  /** Who gives services in the community, and who may work for them. */
  listProviders: operation({
    kind: 'query',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({}),
    output: v.object({ items: v.array(provider), people: v.array(worker) }),
    errors: [],
  }),

  /** Makes a provider, or changes it as it was read in `version`. */
  saveProvider: operation({
    kind: 'command',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({
      providerId: v.optional(id),
      version: v.optional(v.number()),
      name: line(LIMITS.serviceNameChars),
      phone: v.optional(phoneNumber),
      /** `ref`s of accounts that hold the role of a provider there. */
      members: v.pipe(v.array(id), v.maxLength(LIMITS.providerMembers, FIELD_TEXT.chooseAgain)),
    }),
    output: provider,
    errors: ['NOT_FOUND', 'CHANGED', 'TAP_REUSED'],
  }),
}
