import { announcement } from '../../types/contract/announcement'
import { LIMITS } from '../../types/contract/limits'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { keepFormer } from './announcement.store'
import { changeWritten, publishedOnly } from './writing/changing'
import { correctedAs, missingIn } from './writing/publishing.rules'
import { saidOf } from './writing/said'
import { roleOf } from './writing/writer'
import { mayWrite } from './writing/writer.rules'

/**
 * What it said goes to the former ones first: a call that dies after it leaves a former version of a correction
 * that did not come about, which nobody is shown, and which the next one finds there just so.
 * Files that leave it stay with the former version.
 */
export const correct = handle(announcement.correct, (call, input) =>
  changeWritten(call, input, {
    allow: publishedOnly,
    decide: async (doc) => {
      const { openid, actor, now } = call
      const { content, reason, readAgain = false, announcementId } = input
      if (doc.corrections.length >= LIMITS.corrections) return refuse('TOO_MANY_CORRECTIONS')
      if (!mayWrite(roleOf(call, doc.region), content.category)) return refuse('NOT_YOUR_CATEGORY')
      const by = { openid, announcementId, now, before: doc.said, field: 'content.' }
      const { said, added } = await saidOf(content, by)
      const missing = Object.entries(missingIn(said))
      if (missing.length > 0) {
        const fields = missing.map(([field, text]) => [`content.${field}`, text])
        return refuse('BAD_INPUT', Object.fromEntries(fields) as Record<string, string>)
      }
      await keepFormer(doc, doc.corrections.length + 1)
      const correction = { at: now, reason, by: actor.ref, again: readAgain }
      const { set, unset = [] } = correctedAs(doc, said, correction)
      const keeping = [...(doc.keeping ?? []), ...added]
      return { set: { ...set, behind: now, keeping }, unset }
    },
  }),
)
