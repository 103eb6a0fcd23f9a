import type { ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { Changed, overview, queryDocuments, removeDocument, saveDocument } from '../console-data'
import type { Database } from '../db/database'
import type { FunctionDefinition } from '../functions'
import { parseObject, readBody } from './body'
import { refuseOtherOrigin, refuseOtherSite } from './guard'
import type { Handler } from './handler'
import { sendFile } from './static-files'

/** The console's page, beside dist in the package. */
const FILES = fileURLToPath(new URL('../console', import.meta.url))
const BODY_LIMIT = 64 * 1024 * 1024

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

export interface ConsoleOptions {
  database: Database
  /** Those of now: a reload may have changed them. */
  functions: () => ReadonlyMap<string, FunctionDefinition>
  /** Whether '/' is free for the console; files are served there otherwise. */
  atRoot: boolean
  port: () => number
}

function send(response: ServerResponse, status: number, value: unknown): true {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
  return true
}

function redirect(response: ServerResponse): true {
  response.writeHead(302, { location: '/console/' })
  response.end()
  return true
}

/**
 * The page at /console/ and what it asks for at /console/api/: `GET overview`; `POST query`, `save`,
 * `remove`, which need the Origin of this server.
 */
export function consoleHandler({ database, functions, atRoot, port }: ConsoleOptions): Handler {
  const actions: Record<string, (body: Record<string, unknown>) => object> = {
    query: (body) => queryDocuments(database, body),
    save: (body) => saveDocument(database, body),
    remove: (body) => removeDocument(database, body),
  }
  return async (request, response, { pathname }) => {
    const reading = request.method === 'GET' || request.method === 'HEAD'
    if (reading && (pathname === '/console' || (pathname === '/' && atRoot)))
      return redirect(response)
    if (!pathname.startsWith('/console/')) return false
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    const name = pathname.slice('/console/api/'.length)
    if (!pathname.startsWith('/console/api/'))
      return reading && sendFile(FILES, pathname.slice('/console'.length), response)
    const refused = reading
      ? refuseOtherSite(request)
      : (refuseOtherSite(request) ?? refuseOtherOrigin(request, port()))
    if (refused !== undefined) return send(response, 403, { errMsg: refused })
    if (reading && name === 'overview') return send(response, 200, overview(database, functions()))
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (request.method !== 'POST' || action === undefined) return false
    const body = parseObject(await readBody(request, BODY_LIMIT))
    try {
      return send(response, 200, action(body))
    } catch (error) {
      if (error instanceof Changed) return send(response, 409, { errMsg: error.message })
      throw error
    }
  }
}
