import type { CallEvent, CallReply } from '../../types/contract/wire'
import type { Contract, ErrorCode, OperationName } from '../../types/contract'
import { DEMO_MORNING } from '../../config/demo.mts'
import { DEMO_KEYS } from '../../config/linli-keys.mts'
import { startLinliCloud, type LinliCloudOptions } from '../../config/local-cloud.mts'

/** 09:00 on a Monday in the communities' zone: the morning slots of the demo have begun. */
export const MONDAY_9 = DEMO_MORNING

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

type ReplyOf<Name extends OperationName> = CallReply<
  Contract[Name]['output'],
  Contract[Name]['error']
>

/** How a call fails before or after the function: as wx.cloud.callFunction would. */
export interface PlatformFailure {
  errCode: number
  errMsg: string
}

/** Figures of one call, as the local cloud counted them. */
export interface CallFigures {
  requestId: string
  op: string
  reads: number
  writes: number
  sequential: number
  documentsExamined: number
}

/** A subscribe message as it arrived. */
export interface PhoneMessage {
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

export interface Fault {
  function?: string
  op?: string
  action?: string
  /** Only actions on one of these collections. */
  collections?: string[]
  nth?: number
  mode: 'error' | 'error-after' | 'kill' | 'delay'
  /** How long a delay lasts. */
  ms?: number
  /** How many matching actions in a row it meets; one when left out. */
  times?: number
}

let taps = 0
/** A tapId as a phone would make one. */
export const newTap = (): string => `tap-${String(++taps).padStart(8, '0')}`

/** A cloud with the demo community, a fresh database in memory, and a clock that stands until moved by the test's call. */
export async function startTestCloud(options: Partial<LinliCloudOptions> = {}) {
  const logs: string[] = []
  const cloud = await startLinliCloud({
    port: 0,
    data: ':memory:',
    seed: 'demo',
    residents: 0,
    latencyMs: 0,
    timers: 'manual',
    now: MONDAY_9,
    keys: DEMO_KEYS,
    log: (line) => logs.push(line),
    ...options,
  })

  async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(cloud.url + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return (await response.json()) as T
  }

  /** What a function answers to any event at all, or how the platform fails the call. */
  async function send(
    functionName: string,
    event: unknown,
    openid?: string,
  ): Promise<{ result: CallReply } | PlatformFailure> {
    const response = await fetch(`${cloud.url}/call/${functionName}`, {
      method: 'POST',
      headers: openid === undefined ? {} : { 'x-openid': openid },
      body: typeof event === 'string' ? event : JSON.stringify(event),
    })
    return (await response.json()) as { result: CallReply } | PlatformFailure
  }

  /** A person with a phone; `more`: for whom they act, or where they use a role. */
  const as = (openid: string, more: Pick<CallEvent, 'onBehalfOf' | 'at'> = {}) => ({
    /** Calls an operation; a command that is given no tapId makes a new tap. */
    async call<Name extends OperationName>(
      op: Name,
      input: Contract[Name]['input'],
      tapId = newTap(),
    ): Promise<ReplyOf<Name>> {
      const answer = await send(op.split('.')[0] ?? '', { op, input, tapId, ...more }, openid)
      if (!('result' in answer)) throw new Error(`${op} failed: ${answer.errMsg}`)
      return answer.result as ReplyOf<Name>
    },
    /** The data of a call that must succeed. */
    async ok<Name extends OperationName>(
      op: Name,
      input: Contract[Name]['input'],
      tapId?: string,
    ): Promise<Contract[Name]['output']> {
      const reply = await this.call(op, input, tapId)
      if (reply.error) throw new Error(`${op} was refused: ${reply.error.code}`)
      return reply.data
    },
    /** The code of a call that must be refused. */
    async refused<Name extends OperationName>(
      op: Name,
      input: Contract[Name]['input'],
      tapId?: string,
    ): Promise<ErrorCode> {
      const reply = await this.call(op, input, tapId)
      if (!reply.error) throw new Error(`${op} was not refused: ${JSON.stringify(reply.data)}`)
      return reply.error.code
    },
  })

  return {
    url: cloud.url,
    close: () => cloud.close(),
    logs,
    as,
    send,
    request,
    advance: (ms: number) =>
      request<{ now: number; fired: { function: string; ok: boolean }[] }>('POST', '/clock', {
        advance: ms,
      }),
    /** As `advance`, but the ticker runs once when the time has passed, and not each minute of it. */
    sleep: (ms: number) =>
      request<{ now: number }>('POST', '/clock', { advance: ms, asleep: true }),
    /** One more run of a timed function, beside whatever runs. */
    runTimer: (name: string) => cloud.call(name, { Type: 'Timer' }, { source: 'wx_trigger' }),
    setFault: (fault: Fault) => request('POST', '/faults', fault),
    clearFaults: () => request('DELETE', '/faults'),
    faults: async () => {
      const { faults } = await request<{ faults: (Fault & { fired: boolean })[] }>('GET', '/faults')
      return faults
    },
    resetStats: () => request('POST', '/stats/reset'),
    stats: () =>
      request<{
        maxOverlap: number
        afterReturn: number
        functions: { function: string; maxOverlap: number }[]
      }>('GET', '/stats'),
    /** What the person answers when WeChat asks for a template. */
    answer: (openid: string, templateId: string, accept: boolean | 'ban' = true) =>
      request('POST', '/subscriptions', { openid, templateId, accept }),
    /** What WeChat has shown on a phone, newest last. */
    phone: async (openid: string) => {
      const path = `/inbox?openid=${encodeURIComponent(openid)}`
      return (await request<{ messages: PhoneMessage[] }>('GET', path)).messages
    },
    calls: async () => (await request<{ calls: CallFigures[] }>('GET', '/stats/calls')).calls,
  }
}

export type TestCloud = Awaited<ReturnType<typeof startTestCloud>>

/** The open slots of a service in the coming days, soonest first. */
export async function openSlots(cloud: TestCloud, serviceId: string, openid = 'demo-resident') {
  const { slots } = await cloud.as(openid).ok('booking.viewService', { serviceId })
  return slots.filter(({ state }) => state === 'open')
}
