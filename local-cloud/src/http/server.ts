import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Admin, AdminBody } from '../admin'
import { BadRequest } from '../bad-request'
import { eventTooLarge } from '../call-error'
import { NobodyToAnswer } from '../fault-gate'
import type { CallReply, Runtime } from '../runtime'
import { BodyTooLarge, parseJson, parseObject, readBody, readBytes } from './body'
import type { Route } from './control'
import { refuseClient, refuseForeign, refuseOtherSite } from './guard'
import { answerHttpAccess } from './http-access'
import { parseMultipart } from './multipart'
import type { Handler } from './handler'
import { sendFile } from './static-files'
import type { StorageHttp } from './storage'

const EVENT_LIMIT = 1024 * 1024
const ADMIN_LIMIT = 64 * 1024 * 1024
const KEEP_ALIVE_MS = 65_000

export interface HttpOptions {
  admin: Admin
  runtime: Runtime
  routes: Record<string, Route>
  storage: StorageHttp
  /** Asked in turn, after the routes and before files. */
  handlers: readonly Handler[]
  staticDir: string | undefined
}

/** The port is taken or not allowed; the message is one sentence for a person. */
export class ListenError extends Error {}

/** The one door to the cloud: functions, the SDK's endpoint, steering, and files, on 127.0.0.1. */
export class HttpServer {
  private readonly server: Server
  port = 0

  constructor(private readonly options: HttpOptions) {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        if (error instanceof NobodyToAnswer) request.socket.destroy()
        else if (error instanceof BadRequest) sendJson(response, 400, { errMsg: error.message })
        else if (error instanceof BodyTooLarge) sendJson(response, 413, eventTooLarge(error.limit))
        else sendJson(response, 500, { errMsg: String(error) })
      })
    })
    // Longer than any client keeps a connection, so that none is closed under a request.
    this.server.keepAliveTimeout = KEEP_ALIVE_MS
    this.server.requestTimeout = 0
  }

  /** Throws ListenError. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => {
        const reason =
          error.code === 'EADDRINUSE'
            ? 'is in use by another process'
            : `can't be used: ${error.message}`
        reject(new ListenError(`Port ${port} ${reason}.`))
      })
      this.server.listen(port, '127.0.0.1', () => {
        this.port = (this.server.address() as AddressInfo).port
        resolve(this.port)
      })
    })
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve())
      this.server.closeAllConnections()
    })
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/'
    const at = url.indexOf('?')
    const path = at < 0 ? url : url.slice(0, at)
    const foreign = refuseForeign(request, this.port)
    if (path === '/admin' && request.method === 'POST')
      return this.admin(request, response, foreign)
    const refused = foreign ?? (this.isOpen(request, path) ? undefined : refuseOtherSite(request))
    if (refused !== undefined) return sendJson(response, 403, { errMsg: refused })
    if (path.startsWith('/call/') && request.method === 'POST')
      return this.call(request, response, path.slice('/call/'.length))
    if (path === '/database') return sendJson(response, 403, DATABASE_REFUSED)
    const query = new URLSearchParams(at < 0 ? '' : url.slice(at + 1))
    if (path.startsWith('/http/')) {
      const [, name = '', rest = ''] = /^\/http\/([^/]*)(.*)$/.exec(path) ?? []
      const { runtime } = this.options
      return answerHttpAccess(runtime, request, response, decodeName(name), rest || '/', query)
    }
    if (path.startsWith('/storage/')) {
      if (await this.options.storage.answer(request, response, path, query)) return
    }
    const route = this.options.routes[`${request.method ?? ''} ${path}`]
    if (route) {
      const body = parseObject(await readBody(request, EVENT_LIMIT))
      return sendJson(response, 200, await route(body, query))
    }
    for (const handle of this.options.handlers)
      if (await handle(request, response, new URL(url, 'http://127.0.0.1'))) return
    const { staticDir } = this.options
    const reading = request.method === 'GET' || request.method === 'HEAD'
    if (staticDir !== undefined && reading && (await sendFile(staticDir, path, response))) return
    sendJson(response, 404, { errMsg: `nothing is at ${request.method ?? ''} ${path}` })
  }

  /** Whether pages of other sites may ask for it: files, which they link to and show. */
  private isOpen({ method }: IncomingMessage, path: string): boolean {
    const reading = method === 'GET' || method === 'HEAD'
    return (
      reading && !path.startsWith('/http/') && !Object.hasOwn(this.options.routes, `GET ${path}`)
    )
  }

  private async admin(
    request: IncomingMessage,
    response: ServerResponse,
    foreign: string | undefined,
  ) {
    const refused = foreign ?? refuseOtherSite(request) ?? refuseClient(request)
    if (refused !== undefined)
      return sendJson(response, 403, {
        code: 'DATABASE_PERMISSION_DENIED',
        message: `[PermissionDenied] ${refused}`,
      })
    const bytes = await readBytes(request, ADMIN_LIMIT)
    const type = request.headers['content-type'] ?? ''
    let body: AdminBody
    try {
      body = type.startsWith('multipart/form-data')
        ? parseMultipart(type, bytes)
        : parseObject(bytes.toString('utf8'))
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error
      return sendJson(response, 200, {
        code: 'INVALID_PARAM',
        message: `[InvalidParameter] ${error.message}`,
      })
    }
    const source = String(request.headers['x-tcb-source'] ?? '')
    const reply = await this.options.admin.handle(body, source)
    if (Buffer.isBuffer(reply)) sendBytes(response, 200, 'application/octet-stream', reply)
    else sendJson(response, 200, reply)
  }

  private async call(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const openid = request.headers['x-openid']
    // Anything a client can send reaches the function: refusing a malformed event is its own business.
    const event = parseJson(await readBody(request, EVENT_LIMIT))
    const name = decodeName(path)
    const reply = await this.options.runtime.call(name, event, {
      openid: typeof openid === 'string' && openid !== '' ? openid : undefined,
      source: 'wx_client',
    })
    response.setHeader('x-request-id', reply.requestId)
    sendText(response, 200, callText(reply))
  }
}

const DATABASE_REFUSED = {
  errCode: -502003,
  errMsg: 'database permission denied: every collection is for cloud functions only',
}

function decodeName(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The reply of a call as JSON: the function's own JSON is put in as it is. */
export function callText(reply: CallReply): string {
  const requestID = JSON.stringify(reply.requestId)
  if ('result' in reply) return `{"result":${reply.result},"requestID":${requestID}}`
  return JSON.stringify({ ...reply.failure, requestID: reply.requestId })
}

function sendText(response: ServerResponse, status: number, text: string): void {
  sendBytes(response, status, 'application/json', Buffer.from(text, 'utf8'))
}

function sendBytes(response: ServerResponse, status: number, type: string, bytes: Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length })
  response.end(bytes)
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) return
  sendText(response, status, JSON.stringify(value))
}
