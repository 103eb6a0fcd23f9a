import type { IncomingMessage } from 'node:http'
import { BadRequest } from '../bad-request'

/** The body is longer than the door takes. */
export class BodyTooLarge extends Error {
  constructor(readonly limit: number) {
    super(`the body is over ${limit} bytes`)
  }
}

/** Reads a whole body as text. Throws BodyTooLarge. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<string> =>
  (await readBytes(request, limit)).toString('utf8')

/** Reads a whole body. Throws BodyTooLarge. */
export const readBytes = async (request: IncomingMessage, limit: number): Promise<Buffer> =>
  Buffer.concat(await readChunks(request, limit))

/** Reads a whole body as it came. Throws BodyTooLarge; what follows the limit is read and dropped. */
export function readChunks(request: IncomingMessage, limit: number): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else chunks.length = 0
    })
    request.on('end', () => {
      if (size > limit) reject(new BodyTooLarge(limit))
      else resolve(chunks)
    })
    request.on('error', reject)
  })
}

/** Parses any JSON value; an empty body is {}. Throws BadRequest. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BadRequest(`the body is not valid JSON: ${(error as Error).message}`)
  }
}

/** Parses a JSON object; an empty body is {}. Throws BadRequest. */
export function parseObject(text: string): Record<string, unknown> {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadRequest('the body must be a JSON object')
  return value as Record<string, unknown>
}
