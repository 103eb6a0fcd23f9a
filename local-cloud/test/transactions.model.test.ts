import { expect, test } from 'vitest'
import { Database } from '../src/db/database'
import type { ConflictsAt } from '../src/db/transactions'
import { seeded } from '../torture/kill-rounds'

// Random transactions and plain writes that overlap on few documents and few unique names. Whatever
// wins, names stay unique, money is neither made nor lost, and the index agrees with the documents.

const NAMES = ['k', 'l', 'm', 'n', 'o']
const PURSES = ['p0', 'p1', 'p2']
const STEPS = 400

const indexes = [{ name: 'name', keys: [['name', 1]] as [string, 1][], unique: true }]
const context = {
  owner: 'test',
  now: 0,
  warn: () => undefined,
  cost: { documentsExamined: 0, documentsWritten: 0 },
}

function world(conflictsAt: ConflictsAt, seed: number) {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const database = new Database(':memory:', { things: { indexes } }, conflictsAt)
  database.insertMany('things', [
    ...PURSES.map((_id) => ({ _id, name: _id, amount: 100 })),
    ...['a', 'b', 'c'].map((_id) => ({ _id, name: _id })),
  ])
  const run = (action: string, params: object) =>
    database.run(`database.${action}`, { collectionName: 'things', ...params }, context).then(
      (reply) => ({ reply, code: undefined }),
      (error: Error & { code?: string }) => ({
        reply: undefined,
        code: error.code ?? error.message,
      }),
    )
  const modify = (_id: string, update: object, transactionId?: string) =>
    run('modifyDocument', {
      query: JSON.stringify({ _id }),
      data: JSON.stringify(update),
      multi: false,
      merge: true,
      transactionId,
    })
  let made = 0
  /** A change of names or of money, within a transaction or plain (then of names only). */
  const change = async (transactionId?: string): Promise<void> => {
    const draw = random()
    if (transactionId !== undefined && draw < 0.4) {
      const [from, to] = [pick(PURSES), pick(PURSES)]
      await modify(from, { $inc: { amount: -7 } }, transactionId)
      await modify(to, { $inc: { amount: 7 } }, transactionId)
    } else if (draw < 0.6)
      await run('insertDocument', {
        data: [JSON.stringify({ _id: `n${made++ % 7}`, name: pick(NAMES) })],
        transactionId,
      })
    else if (draw < 0.85)
      await modify(
        pick(['a', 'b', 'c', 'n1', 'n2', 'n3']),
        { $set: { name: pick(NAMES) } },
        transactionId,
      )
    else
      await run('removeDocument', {
        query: JSON.stringify({ _id: pick(['n1', 'n2', 'n3', 'n4']) }),
        transactionId,
      })
  }
  const check = async (): Promise<void> => {
    const docs = [...database.store.collections.get('things')!.scan(0, 1000)].map(({ doc }) => doc)
    const names = docs.map(({ name }) => name as string)
    expect(new Set(names).size).toBe(names.length)
    const amounts = docs.map(({ amount }) => (amount as number | undefined) ?? 0)
    expect(amounts.reduce((a, b) => a + b)).toBe(300)
    for (const { _id, name } of docs) {
      const { reply } = await run('getDocument', { query: JSON.stringify({ name }) })
      const { list } = reply!.data as { list: string[] }
      expect(list.map((text) => (JSON.parse(text) as { _id: unknown })._id)).toEqual([_id])
    }
  }
  return { random, pick, run, change, check, database }
}

async function play(conflictsAt: ConflictsAt, seed: number): Promise<Map<string, number>> {
  const { random, pick, run, change, check, database } = world(conflictsAt, seed)
  const open: string[] = []
  const outcomes = new Map<string, number>()
  // What waits for an open transaction: it goes on by itself once that has ended.
  const waiting: Promise<unknown>[] = []
  const end = async (action: string): Promise<void> => {
    const transactionId = open.splice(Math.floor(random() * open.length), 1)[0]
    const ended = run(action, { transactionId }).then(({ code }) => {
      const outcome = code ?? action
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    })
    waiting.push(ended)
    await Promise.race([ended, new Promise((resolve) => setImmediate(resolve))])
  }
  for (let step = 0; step < STEPS; step++) {
    const draw = random()
    if (open.length < 4 && draw < 0.2) {
      const { reply } = await run('startTransaction', {})
      open.push(reply!.transactionId as string)
    } else if (open.length > 0 && draw < 0.7) await change(pick(open))
    else if (open.length > 0 && draw < 0.85) await end('commitTransaction')
    else if (open.length > 0 && draw < 0.9) await end('abortTransaction')
    else waiting.push(change())
    if (step % 20 === 0) await check()
  }
  while (open.length > 0) await end('commitTransaction')
  await Promise.all(waiting)
  await check()
  database.close()
  return outcomes
}

test.each(['write', 'commit'] as const)(
  'conflicts at %s',
  async (conflictsAt) => {
    const all = new Map<string, number>()
    for (let seed = 1; seed <= 15; seed++)
      for (const [outcome, n] of await play(conflictsAt, seed))
        all.set(outcome, (all.get(outcome) ?? 0) + n)
    // No commit is refused for a key: that was settled at its writes.
    expect(all.has('DATABASE_REQUEST_FAILED')).toBe(false)
    // Some got through, and some did not: the world was neither empty nor without conflicts.
    expect(all.get('commitTransaction')).toBeGreaterThan(100)
    const lost =
      conflictsAt === 'write' ? 'DATABASE_TRANSACTION_FAIL' : 'DATABASE_TRANSACTION_CONFLICT'
    expect(all.get(lost)).toBeGreaterThan(50)
  },
  60_000,
)
