import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What the holder of a signed URL may do, until when (epoch ms of the cloud's clock). */
export type Ticket = { path: string; expires: number } & (
  | { to: 'download' }
  | {
      to: 'upload'
      /** The uploader's openid; null when a function uploads. */
      owner: string | null
      contentType: string
      /** In bytes: exactly this many when `exact`, otherwise at most. */
      size: number
      exact: boolean
      /** The token of the invocation that asked, so that faults and logs know whose upload it is. */
      invocation?: string | undefined
    }
)

/** Signs and reads tickets. The key lives as long as the process: signed URLs end with it. */
export class Tickets {
  private readonly key = randomBytes(32)

  constructor(private readonly now: () => number) {}

  sign(ticket: Ticket): string {
    const payload = Buffer.from(JSON.stringify(ticket)).toString('base64url')
    return `${payload}.${this.mac(payload).toString('base64url')}`
  }

  /** The ticket of a signature that this process made; `expired` when its time is over. */
  read(signature: string): Ticket | 'expired' | undefined {
    const [payload = '', mac = ''] = signature.split('.')
    const given = Buffer.from(mac, 'base64url')
    const expected = this.mac(payload)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
    const ticket = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Ticket
    return ticket.expires < this.now() ? 'expired' : ticket
  }

  private mac(payload: string): Buffer {
    return createHmac('sha256', this.key).update(payload).digest()
  }
}
