import type { TemplateName } from '../../types/contract/message-inbox'
import { LIMITS } from '../../types/contract/limits'

/**
 * How many messages WeChat lets us send somebody, as far as we are told (docs/decisions/message-credits.md). WeChat
 * gives no way to ask, so each thing that changes the number is counted once.
 */
export type Happened =
  /** The person said yes when WeChat asked, or, of a template that is for good, keeps it. */
  | 'accepted'
  /** The person said no when WeChat asked. */
  | 'refused'
  /** The person turned it off in WeChat's settings, or WeChat would not send. */
  | 'ended'
  /** What was taken for a message was not used. */
  | 'returned'
  /** A message reached the phone; what it costs was taken before. */
  | 'reached'

/** One thing that happened; `id` tells it from every other, so that it is counted once. */
export interface CreditEvent {
  id: string
  template: TemplateName
  what: Happened
  /** Of what reached the phone: when, epoch ms, to the second. */
  at?: number
}

/** How many are left after it. */
export function leftAfter(
  what: Happened,
  { left, kind }: { left: number; kind: 'once' | 'always' },
): number {
  switch (what) {
    case 'accepted':
      return kind === 'always' ? 1 : Math.min(left + 1, LIMITS.messageCredits)
    case 'returned':
      return kind === 'always' ? left : Math.min(left + 1, LIMITS.messageCredits)
    case 'refused':
      // Who says no this once keeps what they said yes to before; for good, no is no.
      return kind === 'always' ? 0 : left
    case 'reached':
      return left
    case 'ended':
      return 0
  }
}

/** The answers of WeChat's window in which the person said yes. */
const YES = ['accept', 'acceptWithAudio', 'acceptWithAlert', 'acceptWithForcePush']

/** A push of WeChat's message push, as it arrives at the function. */
export interface WechatEvent {
  FromUserName: string
  MsgType: 'event'
  Event: string
  CreateTime?: unknown
  List?: unknown
  SubscribeMsgPopupEvent?: unknown
  SubscribeMsgChangeEvent?: unknown
  SubscribeMsgSentEvent?: unknown
}

interface Item {
  TemplateId?: unknown
  SubscribeStatusString?: unknown
  MsgID?: unknown
  ErrorCode?: unknown
}

const listOf = (value: unknown): Item[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is Item => typeof one === 'object' && one !== null,
  )

/**
 * What an event says of each template: subscribe_msg_popup_event, subscribe_msg_change_event and
 * subscribe_msg_sent_event. Of a template that is not ours, and of any other event, nothing.
 */
export function creditEvents(
  event: WechatEvent,
  nameOf: (templateId: string) => TemplateName | undefined,
): CreditEvent[] {
  const list =
    event.List ??
    (event.SubscribeMsgPopupEvent as { List?: unknown } | undefined)?.List ??
    (event.SubscribeMsgChangeEvent as { List?: unknown } | undefined)?.List ??
    (event.SubscribeMsgSentEvent as { List?: unknown } | undefined)?.List
  return listOf(list).flatMap((item): CreditEvent[] => {
    const template = typeof item.TemplateId === 'string' ? nameOf(item.TemplateId) : undefined
    const what = template && happened(event.Event, item)
    if (!what) return []
    const which = event.Event === 'subscribe_msg_sent_event' ? item.MsgID : event.CreateTime
    const id = `${event.Event}:${String(which).slice(0, 40)}:${template}`
    if (what !== 'reached') return [{ id, template, what }]
    const { CreateTime } = event
    return typeof CreateTime === 'number' ? [{ id, template, what, at: CreateTime * 1_000 }] : []
  })
}

function happened(event: string, item: Item): Happened | undefined {
  const answer = String(item.SubscribeStatusString)
  switch (event) {
    case 'subscribe_msg_popup_event':
      return YES.includes(answer) ? 'accepted' : 'refused'
    case 'subscribe_msg_change_event':
      return YES.includes(answer) ? undefined : 'ended'
    case 'subscribe_msg_sent_event':
      return sentAs(String(item.ErrorCode))
    default:
      return undefined
  }
}

/** WeChat took the message, and says later whether it reached the phone. */
function sentAs(errorCode: string): Happened {
  if (errorCode === '0') return 'reached'
  return errorCode === '43101' ? 'ended' : 'returned'
}
