/** What the cloud refused, or that it can't be reached; `status` is 0 then. */
export class Refused extends Error {
  constructor(status, message) {
    super(message)
    this.status = status
  }
}

async function ask(method, path, body, headers = {}) {
  let response
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
    })
  } catch {
    throw new Refused(0, 'The cloud does not answer. Is it still running?')
  }
  const reply = await response.json().catch(() => ({}))
  if (!response.ok)
    throw new Refused(response.status, reply.errMsg ?? `The cloud answered ${response.status}.`)
  return reply
}

export const get = (path) => ask('GET', path)
export const post = (path, body, headers) => ask('POST', path, body, headers)
export const remove = (path) => ask('DELETE', path)
