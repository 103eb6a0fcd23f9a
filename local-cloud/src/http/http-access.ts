import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CallFailure } from '../call-error'
import { APPID, ENV_ID } from '../environment'
import type { Runtime } from '../runtime'
import { readBytes } from './body'

const BODY_LIMIT = 1024 * 1024
const TEXT =
  /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|[\w.-]+\+(json|xml)))/

/** A request as CloudBase hands it to a function ("integrated request"). */
async function eventOf(
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<object> {
  const bytes = await readBytes(request, BODY_LIMIT)
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value
  const binary = bytes.length > 0 && !TEXT.test(headers['content-type'] ?? 'text/plain')
  return {
    path,
    httpMethod: request.method,
    headers,
    queryStringParameters: Object.fromEntries(query),
    requestContext: { requestId: randomUUID(), envId: ENV_ID, appId: APPID },
    body: bytes.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary,
  }
}

/** How a failed call looks over HTTP. */
function failureOf({ errCode }: CallFailure): [status: number, code: string] {
  if (errCode === -501000) return [404, 'INVALID_PATH']
  if (errCode === -504003) return [504, 'FUNCTION_TIME_LIMIT_EXCEEDED']
  if (errCode === -501003) return [429, 'EXCEED_REQUEST_LIMIT']
  if (errCode === -501004) return [429, 'EXCEED_CONCURRENT_REQUEST_LIMIT']
  return [500, 'FUNCTION_INVOCATION_FAILED']
}

function sendFailure(response: ServerResponse, status: number, failure: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(failure))
}

interface Integrated {
  statusCode: number
  headers?: Record<string, unknown>
  body?: unknown
  isBase64Encoded?: unknown
}

const isIntegrated = (value: unknown): value is Integrated =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Integrated).statusCode === 'number'

function bodyOf(body: unknown, base64: boolean): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0)
  if (typeof body === 'string') return Buffer.from(body, base64 ? 'base64' : 'utf8')
  return Buffer.from(JSON.stringify(body))
}

/** Sends what the function returned: a string as a page, an integrated response as it says, the rest as JSON. */
function sendResult(response: ServerResponse, value: unknown): void {
  let status = 200
  let bytes: Buffer
  if (isIntegrated(value)) {
    status = value.statusCode
    bytes = bodyOf(value.body, value.isBase64Encoded === true)
    for (const [name, header] of Object.entries(value.headers ?? {}))
      response.setHeader(name, Array.isArray(header) ? header.map(String) : String(header))
    if (!response.hasHeader('content-type'))
      response.setHeader(
        'content-type',
        typeof value.body === 'string' ? 'text/plain; charset=utf-8' : 'application/json',
      )
  } else {
    bytes = bodyOf(value, false)
    const type = typeof value === 'string' ? 'text/html' : 'application/json'
    response.setHeader('content-type', `${type}; charset=utf-8`)
  }
  response.setHeader('content-length', bytes.length)
  response.writeHead(status)
  response.end(bytes)
}

/** `ANY /http/<function>/<path>`: HTTP access to a function. Whoever asks has no identity. */
export async function answerHttpAccess(
  runtime: Runtime,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const event = await eventOf(request, path, query)
  const reply = await runtime.call(name, event, { openid: undefined, source: 'wx_http' })
  const { requestId } = reply
  response.setHeader('x-request-id', requestId)
  if ('failure' in reply) {
    const [status, code] = failureOf(reply.failure)
    return sendFailure(response, status, { requestId, code, message: reply.failure.errMsg })
  }
  try {
    sendResult(response, JSON.parse(reply.result))
  } catch (error) {
    // A status or a header that HTTP can't carry.
    for (const header of response.getHeaderNames()) response.removeHeader(header)
    const message = `the function's response can't be sent: ${(error as Error).message}`
    sendFailure(response, 500, { requestId, code: 'FUNCTION_INVOCATION_FAILED', message })
  }
}
