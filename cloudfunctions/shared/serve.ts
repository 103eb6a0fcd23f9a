import * as v from 'valibot'
import { COMMON_ERRORS, type ErrorCode } from '../../types/contract/errors'
import { ERROR_TEXT } from '../../types/contract/errors.text'
import { LIMITS } from '../../types/contract/limits'
import type { Operation, OutputOf, ParsedInputOf } from '../../types/contract/operation'
import type { CallReply } from '../../types/contract/wire'
import { type ActorOf, loadActor, type Who } from './actor'
import { type Caller, readCaller } from './cloud'
import { entryOf } from './entry'
import { Refusal, refuse } from './errors'
import { fingerprint, newId } from './ids'
import { readInput } from './input'
import { runInInvocation } from './invocation'
import { describeError, log } from './log'
import { isOverload } from './overload'
import { type PlatformContext, limitOf, requestIdOf } from './platform'
import type { Tap } from './taps'

/** What a query knows of the call it answers. */
export interface Call<W extends Who> {
  actor: ActorOf[W]
  /** The openid of the caller: the account's id. Not for logs. */
  openid: string
  /** The cloud's time, epoch ms: one moment for the whole call. */
  now: number
}

/** What a command knows: also the tap that asked for it. */
export interface CommandCall<W extends Who> extends Call<W> {
  tap: Tap
}

type CallOf<O extends Operation, W extends Who> = O['kind'] extends 'command'
  ? CommandCall<W>
  : Call<W>

/** An operation with who may call it and what it does. */
export interface Handler {
  declared: Operation
  who: Who
  run: (call: CommandCall<Who> | Call<Who>, input: unknown) => Promise<unknown>
}

/** Joins an operation of the contract to its code; the first line of every operation's file. */
export function handle<O extends Operation, W extends Who>(
  declared: O,
  { who }: { who: W },
  run: (call: CallOf<O, W>, input: ParsedInputOf<O>) => Promise<OutputOf<O>>,
): Handler {
  return { declared, who, run: run as Handler['run'] }
}

interface Event {
  op: string
  input: unknown
  tapId: string | undefined
}

const event = v.object({
  op: v.pipe(v.string(), v.maxLength(100)),
  input: v.optional(v.unknown()),
  tapId: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/))),
})

/** Answers calls of people: the `exports.main` of every function but the ticker. */
export function serve(functionName: string, handlers: Record<string, Handler>) {
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
  const { op, input, tapId } = readEvent(rawEvent)
  const handler = ownHandler(functionName, handlers, op)
  if (caller.openid === undefined) refuse('NO_IDENTITY')
  if (entryOf(caller) !== 'person') refuse('NOT_ALLOWED')
  const parsed = readInput(handler.declared.input, input)
  const actor = await loadActor(caller.openid, handler.who)
  const call = { actor, openid: caller.openid, now }
  const { kind, errors } = handler.declared
  const asked =
    kind === 'command'
      ? { ...call, tap: { tapId: tapId ?? newId(), of: fingerprint(op, parsed), at: now } }
      : call
  const output = await closed(errors, handler.run(asked, parsed))
  // Parsing the output drops every field the contract does not name: nothing leaks by accident.
  return v.parse(handler.declared.output, output)
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
  const { op, input, tapId } = read.output
  return { op, input: input ?? {}, tapId }
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
