import { timingSafeEqual } from 'node:crypto'
import type { ErrorCode } from '../../types/contract/errors'
import { LIMITS } from '../../types/contract/limits'
import { _, collection } from '../shared/db'
import { keyRing } from '../shared/keys'
import { openField, sealFields, sealingOf } from '../shared/sealed-fields'
import { dayOf } from '../shared/time'
import type { CodeDoc } from './account.docs'
import { drawLetters, FINDING, lettersFrom, PROVING } from './letters'

const codes = collection<CodeDoc>('codes')
const CODES = sealingOf('codes')

export const findCode = (codeId: string): Promise<CodeDoc | null> => codes.find(codeId)

/** What a new code is for, without its letters. */
export type CodeFor = Omit<CodeDoc, '_id' | 'secret' | 'keyId' | 'tries' | 'day'>

/** Ids are short enough to be typed, so that two may fall on the same: another is drawn then. */
const DRAWS = 5

/**
 * Makes a code. Its id follows from the tap, so that the same tap finds the code it made, and two at once
 * make one.
 */
export async function insertCode(code: CodeFor): Promise<CodeDoc> {
  const ring = await keyRing()
  const { madeBy, madeByTap, madeAt } = code
  for (let draw = 1; draw <= DRAWS; draw++) {
    const _id = lettersFrom(`${madeBy} ${madeByTap} ${draw}`, FINDING)
    const { change } = sealFields(ring, CODES, { _id }, { secret: drawLetters(PROVING) })
    const secret = change.secret ?? ''
    const doc: CodeDoc = { ...code, _id, ...change, secret, tries: 0, day: dayOf(madeAt) }
    if ((await codes.insert(doc)) === 'inserted') return doc
    const there = await codes.find(_id)
    if (there?.madeBy === madeBy && there.madeByTap === madeByTap) return there
  }
  throw new Error('no free id for a code')
}

/**
 * Tries letters on a code. The try is counted on the code's own document before it is looked at, so that
 * however many come at once, no more than `LIMITS.codeTries` wrong ones a day are looked at at all.
 */
export async function tryCode(
  code: CodeDoc,
  proving: string,
  now: number,
): Promise<Extract<ErrorCode, 'CODE_WRONG' | 'CODE_LOCKED'> | null> {
  if (!(await countTry(code, dayOf(now)))) return 'CODE_LOCKED'
  const secret = openField(await keyRing(), CODES, code, 'secret') ?? ''
  if (!sameText(secret, proving)) return 'CODE_WRONG'
  await codes.updateOne(code._id, { tries: _.gte(1) }, { tries: _.inc(-1) })
  return null
}

async function countTry({ _id, day }: CodeDoc, today: string): Promise<boolean> {
  const counted = () =>
    codes.updateOne(_id, { day: today, tries: _.lt(LIMITS.codeTries) }, { tries: _.inc(1) })
  if (day === today) return counted()
  // The first try of a day begins the count anew; who comes second at that moment counts on.
  return (await codes.updateOne(_id, { day }, { day: today, tries: 1 })) || counted()
}

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Ends a code; false when it was used or ended before. */
export const endCode = (codeId: string, now: number): Promise<boolean> =>
  codes.updateOne(codeId, { endedAt: _.exists(false), usedBy: _.exists(false) }, { endedAt: now })

/** Uses an invitation up for one account, once; false when somebody else has, or it is ended. */
export async function useCode(codeId: string, accountId: string, now: number): Promise<boolean> {
  const used = await codes.updateOne(
    codeId,
    { endedAt: _.exists(false), usedBy: _.exists(false) },
    { usedBy: accountId, usedAt: now },
  )
  return used || (await codes.find(codeId))?.usedBy === accountId
}
