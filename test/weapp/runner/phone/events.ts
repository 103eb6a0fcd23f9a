import * as glassEasel from 'glass-easel'

/** An element of the document that stands for a node of the program. */
export interface Host extends HTMLElement {
  __wxElement?: glassEasel.Element
}

interface Firing {
  bubbles?: boolean
  /** Fields of the event itself, such as touches. */
  fields?: Record<string, unknown>
  original?: Event
}

/** The nearest element at or above one that stands for a node of the program. */
export function hostOf(target: EventTarget | null): Host | undefined {
  let element = target instanceof Node ? (target as Host | null) : null
  while (element && !element.__wxElement) element = element.parentNode as Host | null
  return element ?? undefined
}

/** Tells the program of an event, as WeChat would. */
export function fire(
  host: Host,
  type: string,
  detail: unknown = {},
  { bubbles = false, fields = {}, original }: Firing = {},
): void {
  if (!host.__wxElement) return
  new glassEasel.Event(type, detail, {
    bubbles,
    composed: bubbles,
    capturePhase: true,
    originalEvent: original,
    extraFields: fields,
  }).dispatch(host.__wxElement)
}

interface Node_ {
  id: string
  dataset?: Record<string, unknown> | null
}

type RawEvent = glassEasel.ShadowedEvent<unknown> & Record<string, unknown>

/** What WeChat hands to a listener: plain data, and no way to the elements. */
export function plainEvent(event: unknown): unknown {
  if (!(event instanceof glassEasel.Event)) return event
  const raw = event as unknown as RawEvent
  return {
    ...(raw.extraFields ?? {}),
    type: raw.type,
    timeStamp: raw.timeStamp,
    target: aboutNode(raw.target),
    currentTarget: aboutNode(raw.currentTarget),
    mark: raw.mark ?? {},
    detail: raw.detail,
    mut: false,
  }
}

function aboutNode(node: unknown) {
  const { id, dataset } = node as Node_
  const element = (node as glassEasel.Element & { _$?: glassEasel.Element })._$ ?? node
  const host = (element as glassEasel.Element).getBackendElement?.() as HTMLElement | null
  return {
    id,
    dataset: { ...(dataset ?? {}) },
    offsetLeft: host?.offsetLeft ?? 0,
    offsetTop: host?.offsetTop ?? 0,
  }
}
