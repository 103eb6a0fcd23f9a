import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'

/**
 * Measures, inside the instance, the longest chain of actions each of which began after the one before
 * had ended. The server can't: it may answer the first of three parallel requests before the second
 * arrives. `invocationOf` names the invocation the running code belongs to; `grown` is told each new
 * length before its request leaves, so that it is known of an invocation that is killed, too.
 */
export class ActionChain {
  private readonly started = new WeakMap<ClientRequest, { invocation: unknown; length: number }>()
  private invocation: unknown
  private longest = 0
  private ended = 0

  constructor(
    private readonly path: string,
    private readonly invocationOf: () => unknown,
    private readonly grown: (longest: number) => void,
  ) {
    subscribe('http.client.request.start', (message) => {
      this.begin((message as { request: ClientRequest }).request)
    })
    subscribe('http.client.response.finish', (message) => {
      this.end((message as { request: ClientRequest }).request)
    })
  }

  /** A new invocation begins its own chain. */
  reset(invocation: unknown): void {
    this.invocation = invocation
    this.longest = 0
    this.ended = 0
  }

  private begin(request: ClientRequest): void {
    const invocation = this.invocationOf()
    if (invocation !== this.invocation || !request.path.startsWith(this.path)) return
    const length = this.ended + 1
    this.started.set(request, { invocation, length })
    if (length <= this.longest) return
    this.longest = length
    this.grown(length)
  }

  private end(request: ClientRequest): void {
    const action = this.started.get(request)
    if (action?.invocation === this.invocation && action)
      this.ended = Math.max(this.ended, action.length)
  }
}
