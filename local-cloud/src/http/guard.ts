import type { IncomingMessage } from 'node:http'

/** Why a request may not come in, or undefined: only pages of this server and local programs may. */
export function refuseForeign(request: IncomingMessage, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host, origin } = request.headers
  // A page elsewhere can point a name of its own at 127.0.0.1; its Host gives it away.
  if (host === undefined || !hosts.includes(host))
    return `Host ${host ?? '(none)'} is not this server`
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`))
    return `Origin ${origin} may not call this server`
  return undefined
}

/** Why a request to the SDK's endpoint is not the SDK's, or undefined. */
export function refuseClient(request: IncomingMessage): string | undefined {
  const { headers } = request
  if (headers['x-openid'] !== undefined)
    return 'a caller of functions has no access to the database'
  if (headers.origin !== undefined) return 'a page has no access to the database'
  if (headers.authorization === undefined) return 'the request is not signed by a server SDK'
  return undefined
}

/**
 * Why a request that another site's page could send without an Origin (a GET for an image or a
 * frame, a form in some browsers) may not come in, or undefined. Programs send no Sec-Fetch-Site,
 * pages always do.
 */
export function refuseOtherSite(request: IncomingMessage): string | undefined {
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined
  return `a page of another site (${String(site)}) may not do this`
}

/** Why a request is not from a page of this server itself, or undefined; a missing Origin is refused. */
export function refuseOtherOrigin(request: IncomingMessage, port: number): string | undefined {
  if (request.headers.origin === undefined)
    return 'a change needs the Origin of a page of this server'
  return refuseForeign(request, port)
}
