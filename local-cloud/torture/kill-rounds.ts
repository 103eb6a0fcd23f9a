import { fileURLToPath } from 'node:url'
import { startCloudProcess, type CloudProcess } from './cloud-process'
import { Ledger, type Exported, type Found, type Outcome, type Step } from './ledger'

export interface KillOptions {
  /** The built command line of the cloud. */
  cli: string
  /** A folder for the data, empty at first and used by every round. */
  data: string
  rounds: number
  seed: number
  /** Told what each round came to. */
  onRound?: (round: number, figures: KillFigures) => void
}

export interface KillFigures {
  /** Processes killed, those killed while they started included. */
  kills: number
  killsAtStart: number
  /** Steps whose success was told to a writer, and steps in flight at a kill. */
  acknowledged: number
  unknown: number
  /** Messages to phones among the acknowledged. */
  sent: number
  /** Promises not kept, one sentence each. */
  broken: string[]
}

const FUNCTIONS = fileURLToPath(new URL('../test/fixtures/torture', import.meta.url))
const WRITERS = ['one', 'two', 'three']
const ACCOUNTS = ['a', 'b', 'c']
/** How long writers run before the kill, after the first acknowledgement, in ms. */
const LOAD_MS = 400
const START_MS = 500
const EVERY_NTH_AT_START = 5

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function call(url: string, event: object): Promise<Outcome> {
  try {
    const response = await fetch(`${url}/call/ledger`, {
      method: 'POST',
      body: JSON.stringify(event),
    })
    return 'result' in ((await response.json()) as object) ? 'acknowledged' : 'refused'
  } catch {
    return 'unknown'
  }
}

async function read(url: string, collection: string): Promise<Map<string, Exported>> {
  const response = await fetch(`${url}/export?collection=${collection}`)
  if (!response.ok) throw new Error(`export of ${collection}: ${await response.text()}`)
  const lines = (await response.text()).split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const doc = JSON.parse(line) as Exported
      return [doc._id, doc]
    }),
  )
}

/** Every message of every phone, by what it says. Throws when one was put there twice. */
async function readInbox(url: string): Promise<Map<string, Exported>> {
  const { messages } = (await (await fetch(`${url}/inbox`)).json()) as {
    messages: { data: { thing1: { value: string } } }[]
  }
  const found = new Map<string, Exported>()
  for (const { data } of messages) {
    const _id = data.thing1.value
    if (found.has(_id)) throw new Error(`message ${_id} stands twice in the inbox`)
    found.set(_id, { _id })
  }
  return found
}

/** The person says yes to one message more; whether the cloud heard it shows in what is sent next. */
const accept = (url: string, openid: string): Promise<unknown> =>
  fetch(`${url}/subscriptions`, {
    method: 'POST',
    body: JSON.stringify({ openid, templateId: 'kept', accept: true }),
  }).catch(() => undefined)

/**
 * Kills a loaded cloud at random moments, over and over on the same data, and compares what it kept
 * with a ledger of what it acknowledged. Throws when a restart fails.
 */
export async function killRounds(options: KillOptions): Promise<KillFigures> {
  const random = seeded(options.seed)
  const ledger = new Ledger()
  const figures: KillFigures = {
    kills: 0,
    killsAtStart: 0,
    acknowledged: 0,
    unknown: 0,
    sent: 0,
    broken: [],
  }
  const start = (): CloudProcess =>
    startCloudProcess(options.cli, ['--functions', FUNCTIONS, '--data', options.data])
  let cloud = start()
  const setup = await call(await cloud.ready, { op: 'setup', writers: WRITERS, accounts: ACCOUNTS })
  if (setup !== 'acknowledged') throw new Error('the ledger could not be set up')
  for (let round = 1; round <= options.rounds; round++) {
    await loadAndKill(cloud, ledger, random, round)
    figures.kills++
    if (round % EVERY_NTH_AT_START === 0) {
      const starting = start()
      await pause(random() * START_MS)
      starting.kill()
      await starting.exit
      figures.kills++
      figures.killsAtStart++
    }
    cloud = start()
    const url = await cloud.ready
    const found: Found = {
      rows: await read(url, 'rows'),
      counters: await read(url, 'counters'),
      accounts: await read(url, 'accounts'),
      transfers: await read(url, 'transfers'),
      messages: await readInbox(url),
    }
    figures.broken.push(...ledger.compare(found))
    figures.acknowledged = ledger.acknowledged
    figures.unknown = ledger.unknown
    figures.sent = ledger.sent
    options.onRound?.(round, figures)
  }
  cloud.kill()
  await cloud.exit
  return figures
}

/** Lets the writers write until the cloud is killed under them. */
async function loadAndKill(
  cloud: CloudProcess,
  ledger: Ledger,
  random: () => number,
  round: number,
): Promise<void> {
  const url = await cloud.ready
  const loadMs = random() * LOAD_MS
  let killing: Promise<void> | undefined
  const acknowledged = (): void => {
    killing ??= pause(loadMs).then(() => cloud.kill())
  }
  await Promise.all(
    WRITERS.map((writer) => write(url, ledger, random, `${writer}-${round}`, writer, acknowledged)),
  )
  await killing
  await cloud.exit
}

/** One writer: a step at a time, until the cloud no longer answers. */
async function write(
  url: string,
  ledger: Ledger,
  random: () => number,
  prefix: string,
  writer: string,
  acknowledged: () => void,
): Promise<void> {
  const own: string[] = []
  for (let n = 1; ; n++) {
    const step = nextStep(
      random,
      `${prefix}-${n}`,
      writer,
      n + Number(prefix.split('-')[1]) * 1e5,
      own,
    )
    if (step.op === 'send') await accept(url, step.to)
    const outcome = await call(url, step)
    ledger.note(step, outcome)
    if (outcome === 'acknowledged') acknowledged()
    if (outcome === 'unknown') return
  }
}

function nextStep(
  random: () => number,
  id: string,
  writer: string,
  n: number,
  own: string[],
): Step {
  const draw = random()
  if (draw < 0.25) return { op: 'update', id: writer, n }
  if (draw < 0.5) {
    const from = Math.floor(random() * ACCOUNTS.length)
    const to = (from + 1 + Math.floor(random() * (ACCOUNTS.length - 1))) % ACCOUNTS.length
    const amount = 1 + Math.floor(random() * 9)
    return { op: 'transfer', id, from: ACCOUNTS[from]!, to: ACCOUNTS[to]!, amount }
  }
  if (draw > 0.85) return { op: 'send', id, to: writer }
  const removed = draw < 0.6 ? own.pop() : undefined
  if (removed !== undefined) return { op: 'remove', id: removed }
  own.push(id)
  return { op: 'add', id, n }
}
