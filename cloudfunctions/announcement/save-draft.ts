import { announcement } from '../../types/contract/announcement'
import type { Content, Must, Plan } from '../../types/contract/announcement-content'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { lastOf } from '../shared/access.rules'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { listKeyOf } from '../shared/list-key.rules'
import { handle } from '../shared/serve'
import type { AnnouncementDoc } from './announcement.docs'
import { insertDraft, loadAnnouncement } from './announcement.store'
import { fromText } from './announcement.text'
import { communityOfPlace, isAddressable } from './audience/audience.rules'
import { type ChangingCall, changeWritten, repeatedOf } from './writing/changing'
import { follow } from './writing/follow'
import { placeNameOf } from './writing/places.query'
import { presentWritten } from './writing/present-written'
import { holdToPublishing, keysFor } from './writing/publishing'
import { desksOf } from './writing/publishing.rules'
import { saidOf, uploadsOf } from './writing/said'
import { roleOf } from './writing/writer'
import { mayWrite } from './writing/writer.rules'

type Call = ChangingCall & { openid: string }

export const saveDraft = handle(announcement.saveDraft, async (call, input) => {
  const { region, announcementId, version, plan } = input
  if (!mayWrite(roleOf(call, region), plan.content.category)) return refuse('NOT_YOUR_CATEGORY')
  if (announcementId === undefined) return begin(call, region, plan)
  // Whoever changes one says which version they have read.
  const wanted = { region, announcementId, version: version ?? 0 }
  return changeWritten(call, wanted, {
    allow: ({ state }) => {
      if (state !== 'draft' && state !== 'scheduled') refuse('ALREADY_PUBLISHED')
    },
    decide: (doc) => change(call, doc, plan),
  })
})

/** The announcement's id comes from the tap, so that its files are its own before it is there. */
async function begin(call: Call, region: string, plan: Plan) {
  const { openid, actor, now, tap } = call
  const _id = `n-${sha256(JSON.stringify([openid, tap.tapId])).slice(0, 24)}`
  const before = await loadAnnouncement(_id)
  if (before) return presentWritten((await repeatedOf(before, call)) ?? refuse('TAP_REUSED'))
  if (!isAddressable(region)) return refuse('BAD_INPUT', { region: FIELD_TEXT.chooseAgain })
  keysFor({ _id, region, audience: plan.audience }, 'plan.audience.')
  const placeName = (await placeNameOf(region)) ?? refuse('NOT_FOUND')
  const { said, added } = await write(call, plan.content, _id)
  const role = roleOf(call, region)
  const community = communityOfPlace(region)
  const doc: AnnouncementDoc = {
    _id,
    ...(community === undefined ? {} : { communityId: lastOf(community) }),
    region,
    from: fromText(role, placeName),
    state: 'draft',
    version: 1,
    said,
    keys: [],
    ...planned(plan),
    author: { ref: actor.ref, role },
    changedAt: now,
    changedBy: actor.ref,
    listKey: '',
    desks: desksOf(region, role),
    deskKey: listKeyOf(now, _id),
    corrections: [],
    ...(added.length > 0 ? { behind: now, keeping: added } : {}),
    taps: [tap],
  }
  if ((await insertDraft(doc)) === 'exists') {
    const there = await loadAnnouncement(_id)
    return presentWritten((there && (await repeatedOf(there, call))) ?? refuse('TAP_REUSED'))
  }
  if (doc.behind !== undefined) await follow(doc, now)
  return presentWritten(doc)
}

/** One that is scheduled must stay ready to be published. */
async function change(call: Call, doc: AnnouncementDoc, plan: Plan) {
  const { _id, region, state, publishAt } = doc
  keysFor({ _id, region, audience: plan.audience }, 'plan.audience.')
  const { said, added } = await write(call, plan.content, _id, doc.said)
  const set = { said, ...planned(plan) }
  const missing = (['must', 'pinnedUntil', 'expiresAt'] as const).filter((field) => !(field in set))
  if (state === 'scheduled') {
    const { must: _m, pinnedUntil: _p, expiresAt: _e, ...rest } = doc
    holdToPublishing({ ...rest, ...set }, publishAt ?? call.now)
  }
  const there = uploadsOf(said)
  const gone = uploadsOf(doc.said).filter((id) => !there.includes(id))
  const dropping = [...(doc.dropping ?? []), ...gone].filter((id) => !there.includes(id))
  const keeping = [...(doc.keeping ?? []), ...added].filter((id) => there.includes(id))
  const files = dropping.length + keeping.length > 0
  return {
    set: { ...set, ...(files ? { behind: call.now, dropping, keeping } : {}) },
    unset: missing,
  }
}

const write = (
  { openid, now }: Call,
  content: Content,
  to: string,
  before?: AnnouncementDoc['said'],
) => saidOf(content, { openid, now, announcementId: to, before, field: 'plan.content.' })

/** What of a plan is not its content. */
const planned = ({ audience, must, pinnedUntil, expiresAt, questions }: Plan) => ({
  audience,
  public: audience.public,
  ...(must ? { must: mustOf(must) } : {}),
  ...(pinnedUntil === undefined ? {} : { pinnedUntil }),
  ...(expiresAt === undefined ? {} : { expiresAt }),
  questions,
})

/** Choices belong to choosing. */
const mustOf = ({ choices, ...must }: Must): Must =>
  must.do === 'choose' && choices ? { ...must, choices } : must
