/** The caller's request is wrong; the message says how. Answered with HTTP 400. */
export class BadRequest extends Error {}
