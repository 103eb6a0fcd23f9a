import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * A part of the cloud that answers requests of its own beside the routes. False when the request is
 * not its own: nothing is sent then. A thrown BadRequest is answered with 400.
 */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean>
