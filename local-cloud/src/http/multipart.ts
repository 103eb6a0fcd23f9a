import { BadRequest } from '../bad-request'

const CRLF2 = Buffer.from('\r\n\r\n')

/**
 * Reads multipart/form-data as the SDK sends it: text fields as strings, those with a content type as
 * bytes. Throws BadRequest.
 */
export function parseMultipart(contentType: string, body: Buffer): Record<string, string | Buffer> {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) throw new BadRequest('the form has no boundary')
  const fields: Record<string, string | Buffer> = {}
  const first = Buffer.from(`--${boundary}`)
  const next = Buffer.from(`\r\n--${boundary}`)
  let at = body.indexOf(first)
  if (at < 0) throw new BadRequest('the form does not hold its boundary')
  at += first.length
  while (body.subarray(at, at + 2).toString('latin1') === '\r\n') {
    const headersEnd = body.indexOf(CRLF2, at)
    const end = headersEnd < 0 ? -1 : body.indexOf(next, headersEnd + CRLF2.length)
    if (end < 0) throw new BadRequest('the form is cut short')
    const headers = body.subarray(at, headersEnd).toString('utf8')
    const name = /name="([^"]*)"/i.exec(headers)?.[1]
    if (name === undefined) throw new BadRequest('a part of the form has no name')
    const value = body.subarray(headersEnd + CRLF2.length, end)
    fields[name] = /content-type:/i.test(headers) ? Buffer.from(value) : value.toString('utf8')
    at = end + next.length
  }
  return fields
}
