import * as v from 'valibot'
import { COMMON_ERRORS, type ErrorCode } from '../../types/contract/errors'
import { ERROR_TEXT } from '../../types/contract/errors.text'
import { id } from '../../types/contract/fields'
import { LIMITS } from '../../types/contract/limits'
import type { Who } from '../../types/contract/access'
import type { Operation, OutputOf, ParsedInputOf, WhoOf } from '../../types/contract/operation'
import { regionPath } from '../../types/contract/people'
import type { CallReply } from '../../types/contract/wire'
import { decideAccess, type Standing } from './access.rules'
import { type Account, type ActsAs, loadAccount, type Post, type Subject } from './actor'
import { type Caller, readCaller } from './cloud'
import { entryOf } from './entry'
import { atTheDesk } from './desk'
import { Refusal, refuse } from './errors'
import { stopFlood } from './flood'
import { fingerprint, newId } from './ids'
import { readInput } from './input'
import { runInInvocation } from './invocation'
import { describeError, log } from './log'
import { isOverload } from './overload'
import { type PlatformContext, limitOf, requestIdOf } from './platform'
import { readPerson } from './person-facts'
import type { PersonRecord } from './person-record.docs'
import { provePlace } from './prove-place'
import type { Tap } from './taps'
import { holdToContract } from './served.rules'
import { together } from './together'
import { traced } from './trace'

interface Asked {
  /** The openid of the caller: the account's id. Not for logs. */
  openid: string
  /** The cloud's time, epoch ms: one moment for the whole call. */
  now: number
  /** Who stands in for the subject: a helper or the desk; absent when it is themselves. */
  by?: ActsAs
}

/** What an operation knows of its caller, by whom it is for. */
interface CallerOf {
  anyone: { actor: Account | null; subject: Subject | null }
  member: { actor: Account; subject: Subject | null }
  resident: { actor: Account; subject: Subject }
  role: { actor: Account; post: Post }
}

/** What a query knows of the call it answers. */
export type Call<W extends Who> = Asked & CallerOf[W]

/** What a command knows: also the tap that asked for it. */
export type CommandCall<W extends Who> = Call<W> & { tap: Tap }

type CallOf<O extends Operation> = O['kind'] extends 'command'
  ? CommandCall<WhoOf<O>>
  : Call<WhoOf<O>>

/** An operation with what it does. Who may call it stands in the contract. */
export interface Handler {
  declared: Operation
  run: (call: never, input: unknown) => Promise<unknown>
}

/** Joins an operation of the contract to its code; the first line of every operation's file. */
export function handle<O extends Operation>(
  declared: O,
  run: (call: CallOf<O>, input: ParsedInputOf<O>) => Promise<OutputOf<O>>,
): Handler {
  return { declared, run: run }
}

interface Event {
  op: string
  input: unknown
  tapId: string | undefined
  onBehalfOf: string | undefined
  at: string | undefined
}

const event = v.object({
  op: v.pipe(v.string(), v.maxLength(100)),
  input: v.optional(v.unknown()),
  tapId: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/))),
  onBehalfOf: v.optional(id),
  at: v.optional(regionPath),
})

/** Answers calls of people: the `exports.main` of every function but the ticker. */
export function serve<Operations extends Record<string, Operation>>(
  functionName: string,
  operations: Operations,
  handlers: { [Name in keyof Operations]: Handler },
) {
  holdToContract(functionName, operations, handlers)
  return async (rawEvent: unknown, context?: PlatformContext): Promise<CallReply> => {
    // First of all, and before any await: the identity is a property of the process, not of the call.
    const caller = readCaller()
    const now = Date.now()
    const requestId = requestIdOf(context) ?? newId()
    const deadline = now + limitOf(context)
    const op = nameOf(rawEvent)
    return runInInvocation({ requestId, op, deadline }, async () => {
      try {
        const data = await before(deadline, answer(functionName, handlers, caller, rawEvent, now))
        log('info', 'answered', { ms: Date.now() - now })
        return { data, now }
      } catch (error) {
        return { error: explain(error, requestId), now }
      }
    })
  }
}

async function answer(
  functionName: string,
  handlers: Record<string, Handler>,
  caller: Caller,
  rawEvent: unknown,
  now: number,
): Promise<unknown> {
  const event = readEvent(rawEvent)
  const { declared, run } = ownHandler(functionName, handlers, event.op)
  const { openid } = caller
  if (openid === undefined) return refuse('NO_IDENTITY')
  if (entryOf(caller) !== 'person') refuse('NOT_ALLOWED')
  const input = readInput(declared.input, event.input)
  const named = event.onBehalfOf ?? namedIn(declared, input)
  // The desk's caller is read beside the account, before it is known whether it is the desk that calls.
  const [actor, record] = await together([
    loadAccount(openid),
    declared.access.desk && named !== undefined ? readPerson(named) : Promise.resolve(null),
  ])
  const own = event.onBehalfOf === undefined && named === actor?.residentId
  const whom = own ? undefined : named
  const standing = stand(functionName, declared, actor, { ...event, onBehalfOf: whom }, now)
  if (declared.kind === 'command') await stopFlood(openid, actor, now)
  if (standing.named !== undefined) await provePlace(standing.named)
  const { by, post } = standing
  const subject = standing.desk ? atTheDesk(record, post) : withRecord(standing.subject, record)
  const tap: Tap = {
    tapId: event.tapId ?? newId(),
    of: fingerprint(event.op, [openid, whom ?? null, input]),
    at: now,
  }
  const call = { actor, openid, now, subject, by, post, tap }
  const work = () => closed(declared.errors, run(call as never, input))
  const output = await traced({ declared, op: event.op, input, ...call }, work)
  // Parsing the output drops every field the contract does not name: nothing leaks by accident.
  return v.parse(declared.output, output)
}

/** Whom the input names, where it may name somebody to act for. */
function namedIn({ access }: Operation, input: unknown): string | undefined {
  const { forResidentId } = (input ?? {}) as { forResidentId?: unknown }
  return access.dependents === true && typeof forResidentId === 'string' ? forResidentId : undefined
}

const withRecord = (subject: Subject | null, record: PersonRecord | null): Subject | null =>
  subject && subject.residentId === record?._id ? { ...subject, record } : subject

/** Holds the call to what the contract says of who may make it, by the caller's account alone. */
function stand(
  feature: string,
  { access }: Operation,
  actor: Account | null,
  { input, onBehalfOf, at }: Event,
  now: number,
): Standing {
  const { region } = (input ?? {}) as { region?: unknown }
  const standing = decideAccess(access, actor, {
    feature,
    onBehalfOf,
    at,
    region: typeof region === 'string' ? region : undefined,
    now,
  })
  return typeof standing === 'string' ? refuse(standing) : standing
}

/** The list of errors is closed: a refusal that the contract does not name is a fault of ours. */
async function closed<T>(declared: readonly ErrorCode[], work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const known: readonly ErrorCode[] = [...declared, ...COMMON_ERRORS]
    if (!(error instanceof Refusal) || known.includes(error.code)) throw error
    throw new Error('undeclared refusal', { cause: error })
  }
}

function readEvent(rawEvent: unknown): Event {
  if (Buffer.byteLength(JSON.stringify(rawEvent) ?? '') > LIMITS.eventBytes) refuse('TOO_LARGE')
  const read = v.safeParse(event, rawEvent)
  if (!read.success) return refuse('BAD_EVENT')
  const { op, input, tapId, onBehalfOf, at } = read.output
  return { op, input: input ?? {}, tapId, onBehalfOf, at }
}

function ownHandler(functionName: string, handlers: Record<string, Handler>, op: string): Handler {
  const [feature, name, ...rest] = op.split('.')
  const known = feature === functionName && name !== undefined && rest.length === 0
  const handler = known && Object.hasOwn(handlers, name) ? handlers[name] : undefined
  return handler ?? refuse('UNKNOWN_OPERATION')
}

/** The operation's name for the log; whatever else stands there is not repeated. */
function nameOf(rawEvent: unknown): string {
  const op = (rawEvent as { op?: unknown } | null | undefined)?.op
  return typeof op === 'string' && /^[a-z]+\.[A-Za-z]+$/.test(op) ? op.slice(0, 60) : '?'
}

/** The work's result, or TIMEOUT at the deadline. What still runs then is stopped at its next database action. */
async function before<T>(deadline: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Refusal('TIMEOUT')), Math.max(0, deadline - Date.now()))
  })
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}

function explain(error: unknown, requestId: string) {
  if (error instanceof Refusal) {
    log(error.code === 'TIMEOUT' ? 'warn' : 'info', 'refused', { code: error.code })
    const { code, message, fields } = error
    return { code, message, requestId, ...(fields ? { fields } : {}) }
  }
  log('error', 'failed', describeError(error))
  const code: ErrorCode = isOverload(error) ? 'BUSY' : 'INTERNAL'
  return { code, message: ERROR_TEXT[code], requestId }
}
