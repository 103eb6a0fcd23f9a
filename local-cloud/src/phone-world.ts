import type { Clock } from './clock'
import type { Sql } from './db/sql'
import type { Route } from './http/control'
import { phoneRoutes } from './http/phone-routes'
import type { Logs } from './logs'
import { MessagePushes } from './message-push'
import { DEFAULT_RULES, type ContentRule } from './openapi/content-rules'
import type { MessageTemplate, PushEvent } from './openapi/context'
import { OpenApi } from './openapi/open-api'
import { PhoneCodes } from './openapi/phone-number'
import { PhoneState } from './openapi/phone-state'
import type { Runtime } from './runtime'
import type { Storage } from './storage/storage'

export interface PhoneWorldOptions {
  /** The data file, for tables of its own. */
  sql: Sql
  pushFunction: string | undefined
  messageTemplates: Record<string, MessageTemplate> | undefined
  pages: readonly string[] | undefined
  contentRules: readonly ContentRule[] | undefined
  mediaCheckMs: number | undefined
}

const VISIT_MS = 2 * 3_600_000
const MEDIA_CHECK_MS = 500

/** WeChat around the cloud: its open APIs, its pushes, and the phones that answer and are written to. */
export class PhoneWorld {
  readonly openApi: OpenApi
  readonly routes: Record<string, Route>
  private readonly pending = new Set<NodeJS.Timeout>()

  constructor(
    { sql, pushFunction, messageTemplates, pages, contentRules, mediaCheckMs }: PhoneWorldOptions,
    parts: { clock: Clock; logs: Logs; runtime: Runtime; storage: Storage },
  ) {
    const { clock, logs, runtime, storage } = parts
    const now = (): number => clock.now()
    const phones = new PhoneState(sql)
    const codes = new PhoneCodes(sql, now)
    const pushes = new MessagePushes(() => runtime.functions, pushFunction, runtime, clock, logs)
    const push = (event: PushEvent, from: string | undefined, body: object): void =>
      void pushes.send(event, from, body)
    this.openApi = new OpenApi({
      now,
      phones,
      templates: messageTemplates,
      pages,
      contentRules: contentRules ?? DEFAULT_RULES,
      push,
      later: (work) => this.later(mediaCheckMs ?? MEDIA_CHECK_MS, work),
      visited: (openid) => now() - (runtime.lastVisit(openid) ?? -Infinity) <= VISIT_MS,
      takePhoneCode: (code) => codes.take(code),
      leadsToFile: (url) => storage.leadsToFile(url),
    })
    this.routes = phoneRoutes({ phones, codes, push })
  }

  /** Nothing is pushed after this. */
  close(): void {
    for (const timer of this.pending) clearTimeout(timer)
    this.pending.clear()
  }

  private later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.pending.delete(timer)
      work()
    }, ms)
    this.pending.add(timer)
  }
}
