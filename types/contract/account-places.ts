import * as v from 'valibot'
import { anyone, holders } from './access'
import { FIELD_TEXT } from './fields.text'
import { operation } from './operation'
import { placeName, regionPath } from './people'

export const placeLevel = v.picklist([
  'district',
  'street',
  'community',
  'building',
  'unit',
  'room',
])
export type PlaceLevel = v.InferOutput<typeof placeLevel>

/** The service desk people of a place turn to: public. */
const office = v.object({ name: v.string(), phone: v.string(), hours: v.string() })

export const place = v.object({
  placeId: v.string(),
  level: placeLevel,
  name: v.string(),
  /** Ids from the district to it, joined by '/'. */
  region: v.string(),
  /** The names along the way, from the district to it. */
  names: v.array(v.string()),
  office: v.optional(office),
})
export type Place = v.InferOutput<typeof place>

export const accountPlaces = {
  /**
   * Where people can live: without `within` all communities, else what lies directly in that place, and in `*`
   * the districts. At most 500; rooms are not listed to those who do not work there, so that nobody reads off who lives where.
   */
  listPlaces: operation({
    kind: 'query',
    access: anyone({ dependents: true }),
    input: v.object({ within: v.optional(regionPath) }),
    output: v.object({ places: v.array(place) }),
    errors: ['NOT_FOUND'],
  }),

  /** Adds a place below one of one's own, or renames it and sets its office. */
  savePlace: operation({
    kind: 'command',
    access: holders(['staff', 'streetOfficer', 'districtOfficer', 'administrator'], {
      over: 'region',
    }),
    input: v.object({
      /** The place itself when it is changed; the one above it when it is added. For a district: its own new path. */
      region: regionPath,
      add: v.optional(
        v.object({
          level: placeLevel,
          placeId: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))),
        }),
      ),
      name: placeName,
      office: v.optional(
        v.object({
          name: placeName,
          phone: v.pipe(
            v.string(FIELD_TEXT.badPhone),
            v.trim(),
            v.regex(/^[0-9][0-9 -]{2,19}$/, FIELD_TEXT.badPhone),
          ),
          hours: v.pipe(v.string(), v.trim(), v.maxLength(60, FIELD_TEXT.sentenceTooLong)),
        }),
      ),
    }),
    output: place,
    errors: ['NOT_FOUND', 'PLACE_EXISTS', 'TAP_REUSED'],
  }),
}
