import { booking } from '../../types/contract/booking'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { type CommandCall, handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { tapSeen } from '../shared/taps'
import { together } from '../shared/together'
import type { ProviderDoc } from './booking.docs'
import {
  changeProvider,
  insertProvider,
  listServicesOf,
  loadProvider,
  orGone,
  renameIn,
} from './catalogue/catalogue.store'
import { presentProvider } from './catalogue/present-provider'
import { workersIn } from './catalogue/workers'

/** A new name goes into the provider's services first, so that a call that dies is simply made again. */
export const saveProvider = handle(booking.saveProvider, async (call, input) => {
  const { post, now, tap, openid } = call
  const communityId = communityOf(post)
  const { providerId, version = 0, name, phone, members } = input
  const id = providerId ?? `v-${sha256(JSON.stringify([openid, tap.tapId])).slice(0, 16)}`
  const [before, people] = await together([loadProvider(id), workersIn(post.region, now)])
  const names = new Map(people.map((one) => [one.ref, one.name]))
  if (providerId !== undefined && before?.communityId !== communityId) return refuse('NOT_FOUND')
  const repeated = before && repeatedOf(before, call)
  if (repeated) return presentProvider(repeated, names)
  // Whoever lost the role meanwhile may stay listed; nobody without it is added.
  const known = new Set([...names.keys(), ...(before?.members ?? [])])
  if (!members.every((ref) => known.has(ref)))
    return refuse('BAD_INPUT', { members: FIELD_TEXT.notAProvider })
  const fields = { name, members: [...new Set(members)] }
  if (!before) {
    const doc: ProviderDoc = {
      _id: id,
      ...{ communityId, region: post.region, ...fields, version: 1, taps: [tap] },
      ...(phone === undefined ? {} : { phone }),
    }
    if ((await insertProvider(doc)) === 'inserted') return presentProvider(doc, names)
    return presentProvider(await afterAll(id, call), names)
  }
  if (before.version !== version) return refuse('CHANGED')
  if (before.name !== name) {
    const theirs = (await listServicesOf(communityId)).filter((one) => one.providerId === id)
    await renameIn(
      theirs.map(({ _id }) => _id),
      name,
      now,
    )
  }
  if (!(await changeProvider(before, { ...fields, phone: orGone(phone) }, tap)))
    return presentProvider(await afterAll(id, call), names)
  const { phone: _phone, ...rest } = before
  const shown = { ...rest, ...fields, ...(phone === undefined ? {} : { phone }) }
  return presentProvider({ ...shown, version: version + 1 }, names)
})

function repeatedOf(doc: ProviderDoc, { tap }: Pick<CommandCall<'role'>, 'tap'>) {
  const seen = tapSeen(doc.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  return seen === 'same' ? doc : null
}

/** Somebody came between: this very tap, sent twice, or another. */
async function afterAll(id: string, call: Pick<CommandCall<'role'>, 'tap'>): Promise<ProviderDoc> {
  const latest = await loadProvider(id)
  return (latest && repeatedOf(latest, call)) ?? refuse('CHANGED')
}
