import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../db/errors'
import { InjectedFault, type FaultGate } from '../fault-gate'
import { plainType } from '../storage/content-type'
import { FileTooLarge } from '../storage/file-store'
import type { FileAnswer, Storage } from '../storage/storage'
import type { Ticket } from '../storage/tickets'
import { parseObject, readBody } from './body'

/** What the phone sees for a code of the cloud, and the HTTP status it comes with. */
const CLIENT_CODES: Record<string, [errCode: number, status: number]> = {
  INVALID_PARAM: [-501007, 400],
  STORAGE_REQUEST_FAIL: [-503001, 500],
  STORAGE_EXCEED_AUTHORITY: [-503002, 403],
  STORAGE_FILE_NONEXIST: [-503003, 404],
  STORAGE_SIGN_PARAM_INVALID: [-503004, 403],
  EXCEED_SIZE: [-403001, 413],
}
const COS_CODES: Record<string, [code: string, status: number]> = {
  INVALID_PARAM: ['InvalidArgument', 400],
  STORAGE_EXCEED_AUTHORITY: ['AccessDenied', 403],
  EXCEED_SIZE: ['EntityTooLarge', 400],
}
const BODY_LIMIT = 1024 * 1024
const OBJECT_PATH = '/storage/object/'

/** The phone's door to the storage, and the object door that signed URLs lead to. */
export class StorageHttp {
  constructor(
    private readonly storage: Storage,
    private readonly gate: FaultGate,
  ) {}

  /** Answers a request to /storage/...; false when nothing is at the path. */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<boolean> {
    const method = request.method ?? ''
    if (path.startsWith(OBJECT_PATH)) {
      allowOwnPages(request, response)
      if (method === 'OPTIONS') {
        response.writeHead(204).end()
        return true
      }
      const ticket = this.ticket(path.slice(OBJECT_PATH.length), query.get('sign') ?? '')
      if (method === 'PUT') await this.put(request, response, ticket)
      else if (method === 'GET' || method === 'HEAD') this.get(method, response, ticket)
      else return false
      return true
    }
    if (method !== 'POST') return false
    const operation = this.operations[path]
    if (operation === undefined) return false
    const openid = request.headers['x-openid']
    const body = parseObject(await readBody(request, BODY_LIMIT))
    try {
      if (typeof openid !== 'string' || openid === '')
        throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'storage permission denied: no x-openid')
      sendJson(response, 200, await operation(openid, body))
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      const [errCode, status] = CLIENT_CODES[error.code] ?? [-501001, 500]
      sendJson(response, status, { errCode, errMsg: error.message })
    }
    return true
  }

  private readonly operations: Record<
    string,
    (openid: string, body: Record<string, unknown>) => unknown
  > = {
    '/storage/upload-url': (client, { cloudPath, size, contentType }) =>
      this.storage.grantUpload({ client }, { cloudPath, size, contentType }),
    '/storage/temp-urls': (client, { fileList }) => ({
      fileList: this.storage.tempUrls({ client }, fileList).map(forClient),
    }),
    '/storage/delete': async (client, { fileList }) => ({
      fileList: (await this.storage.remove({ client }, fileList)).map(forClient),
    }),
  }

  /** The ticket of a signed URL, when it is for the very path the URL names. */
  private ticket(escapedPath: string, sign: string): Ticket | 'expired' | undefined {
    const ticket = this.storage.tickets.read(sign)
    if (typeof ticket !== 'object') return ticket
    try {
      return decodeURIComponent(escapedPath) === ticket.path ? ticket : undefined
    } catch {
      return undefined
    }
  }

  private async put(
    request: IncomingMessage,
    response: ServerResponse,
    ticket: Ticket | 'expired' | undefined,
  ): Promise<void> {
    const refused = refusal(ticket, 'upload')
    if (refused || typeof ticket !== 'object' || ticket.to !== 'upload') {
      request.resume()
      return sendXml(response, 403, 'AccessDenied', refused ?? 'The signature does not match')
    }
    const type = request.headers['content-type']
    const wrongType =
      type === undefined ? ticket.owner !== null : plainType(type) !== ticket.contentType
    if (wrongType) {
      request.resume()
      const message = `The content type must be ${ticket.contentType}`
      return sendXml(response, 403, 'SignatureDoesNotMatch', message)
    }
    try {
      const stored = await this.gate.run(ticket.invocation, { action: 'storage.putObject' }, () =>
        this.storage.receive(ticket, request),
      )
      response.writeHead(200, { etag: `"${stored.blob}"`, 'content-length': 0 }).end()
    } catch (error) {
      request.resume()
      if (error instanceof InjectedFault) sendXml(response, 500, 'InternalError', error.message)
      else if (error instanceof FileTooLarge)
        sendXml(response, 400, 'EntityTooLarge', error.message)
      else if (error instanceof CloudError) {
        const [code, status] = COS_CODES[error.code] ?? ['InternalError', 500]
        sendXml(response, status, code, error.message)
      } else throw error
    }
  }

  private get(
    method: string,
    response: ServerResponse,
    ticket: Ticket | 'expired' | undefined,
  ): void {
    const refused = refusal(ticket, 'download')
    if (refused || typeof ticket !== 'object')
      return sendXml(response, 403, 'AccessDenied', refused ?? 'The signature does not match')
    const found = this.storage.content(ticket)
    if (!found) return sendXml(response, 404, 'NoSuchKey', 'The specified key does not exist.')
    response.writeHead(200, {
      'content-type': found.file.contentType,
      'content-length': found.file.size,
      'cache-control': 'private, no-store',
      // What a person uploaded must not run as a page of this server.
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    })
    const { stream } = found
    // A reader that goes, or a disk that fails, ends the other side.
    stream.on('error', () => response.destroy())
    response.on('close', () => stream.destroy())
    if (method === 'HEAD') response.end()
    else stream.pipe(response)
  }
}

function refusal(ticket: Ticket | 'expired' | undefined, to: Ticket['to']): string | undefined {
  if (ticket === 'expired') return 'Request has expired'
  return ticket?.to === to ? undefined : 'The signature does not match'
}

/** A page at localhost may use URLs at 127.0.0.1: the guard has let no other origin come so far. */
function allowOwnPages({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  if (origin === undefined) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-methods', 'GET, HEAD, PUT')
  response.setHeader('access-control-allow-headers', 'content-type')
  response.setHeader('vary', 'origin')
}

/** One file's answer as wx.cloud gives it: a number instead of a code. */
function forClient({ fileID, code, tempFileURL, maxAge }: FileAnswer): object {
  const status = code === 'SUCCESS' ? 0 : (CLIENT_CODES[code]?.[0] ?? -501001)
  return { fileID, status, errMsg: status === 0 ? 'ok' : code, tempFileURL, maxAge }
}

/** An error as COS words it, which the SDK reads. */
function sendXml(response: ServerResponse, status: number, code: string, message: string): void {
  const id = randomUUID()
  const text = message.replace(/[<>&]/g, ' ')
  const body = `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${code}</Code><Message>${text}</Message><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
