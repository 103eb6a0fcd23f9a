import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { KEY_BYTES, KEY_ID, type RingKey } from './key-ring.rules'

/** Seals, opens and finds with the keys of a ring. The keys themselves cannot be read out of it. */
export interface KeyRing {
  /** The ids of its keys, newest first. */
  readonly ids: readonly string[]
  /**
   * Seals a text with the newest key. `about` says what the text is and where it stands
   * (`residents/r-123/phone`, see sealed-fields.ts): elsewhere it does not open.
   */
  seal(text: string, about: string): string
  /** The text; throws SealUnreadable for anything but a value that this ring sealed about just that. */
  open(sealed: string, about: string): string
  /**
   * What stands in a column by which a value is found without being read: the same for the same kind
   * and value, and without the key nobody can tell the value or try values out. Made with the newest key,
   * so it changes when that does: not for ids.
   */
  find(kind: string, value: string): string
  /** The same with every key of the ring, for `_.in`: finds what an older key has marked. */
  findAny(kind: string, value: string): string[]
  /**
   * 32 bytes that follow from a purpose and a text, and that nobody without the key can tell: the seed of codes that
   * change. Made with the newest key.
   */
  derive(purpose: string, text: string): Buffer
  /** The same of every key of the ring: what was given out before the newest one came is still good. */
  deriveAny(purpose: string, text: string): Buffer[]
  /** Is it sealed with the newest key? */
  isCurrent(sealed: string): boolean
}

/** `malformed`: not a sealed value. `unknownKey`: the ring lacks its key. `broken`: altered, moved, or not of this key. */
export class SealUnreadable extends Error {
  readonly problem: 'malformed' | 'unknownKey' | 'broken'
  readonly keyId: string | undefined

  constructor(problem: SealUnreadable['problem'], keyId?: string) {
    super(`a sealed value cannot be opened: ${problem}${keyId ? ` (${keyId})` : ''}`)
    this.name = 'SealUnreadable'
    this.problem = problem
    this.keyId = keyId
  }
}

/**
 * AES-256-GCM (NIST SP 800-38D). The IV has 96 bits and is random (section 8.2.2), so one key must not
 * seal more than 2^32 times (section 8.3), far more than a city's residents; the tag has 128 bits.
 */
const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** `k2.<iv>.<ciphertext and tag>`, both in base64url. */
const SEALED = /^([^.]+)\.([^.]+)\.([^.]+)$/

/** The id of the key a value is sealed with, or null when it is not a sealed value. */
export function keyIdOf(sealed: string): string | null {
  const id = SEALED.exec(sealed)?.[1]
  return id !== undefined && KEY_ID.test(id) ? id : null
}

/** The keys one works with: HKDF-SHA-256 (RFC 5869) gives each purpose a key of its own, so that neither tells of the other. */
interface WorkingKeys {
  id: string
  sealing: Buffer
  finding: Buffer
  deriving: Buffer
}

// A ring's keys are uniformly random, so HKDF needs no salt (RFC 5869, section 3.1).
const derived = (bytes: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', bytes, '', `linli/${purpose}/v1`, KEY_BYTES))

/** A ring of keys, newest first, at least one. Unchecked: functions get theirs from keys.ts. */
export function ringOf(keys: readonly RingKey[]): KeyRing {
  const working = keys.map(({ id, bytes }) => ({
    id,
    sealing: derived(bytes, 'seal'),
    finding: derived(bytes, 'find'),
    deriving: derived(bytes, 'derive'),
  }))
  const newest = working[0]
  if (!newest) throw new RangeError('a ring has at least one key')
  return {
    ids: working.map(({ id }) => id),
    seal: (text, about) => sealWith(newest, text, about),
    open(sealed, about) {
      const id = keyIdOf(sealed)
      if (id === null) throw new SealUnreadable('malformed')
      const key = working.find((one) => one.id === id)
      if (!key) throw new SealUnreadable('unknownKey', id)
      return openWith(key, sealed, about)
    },
    find: (kind, value) => findWith(newest, kind, value),
    findAny: (kind, value) => working.map((key) => findWith(key, kind, value)),
    derive: (purpose, text) => deriveWith(newest, purpose, text),
    deriveAny: (purpose, text) => working.map((key) => deriveWith(key, purpose, text)),
    isCurrent: (sealed) => keyIdOf(sealed) === newest.id,
  }
}

function sealWith({ id, sealing }: WorkingKeys, text: string, about: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, sealing, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(about, 'utf8'))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${id}.${iv.toString('base64url')}.${body.toString('base64url')}`
}

function openWith({ id, sealing }: WorkingKeys, sealed: string, about: string): string {
  const [, ivText = '', bodyText = ''] = sealed.split('.')
  const iv = decoded(ivText)
  const body = decoded(bodyText)
  if (iv?.length !== IV_BYTES || !body || body.length < TAG_BYTES) {
    throw new SealUnreadable('malformed', id)
  }
  const decipher = createDecipheriv(CIPHER, sealing, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(about, 'utf8'))
  decipher.setAuthTag(body.subarray(-TAG_BYTES))
  try {
    const text = decipher.update(body.subarray(0, -TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    throw new SealUnreadable('broken', id)
  }
}

/** Only what `toString('base64url')` writes: Node.js reads the same bytes from other texts too. */
function decoded(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

function findWith({ id, finding }: WorkingKeys, kind: string, value: string): string {
  const told = JSON.stringify([kind, value])
  return `${id}.${createHmac('sha256', finding).update(told, 'utf8').digest('base64url')}`
}

function deriveWith({ deriving }: WorkingKeys, purpose: string, text: string): Buffer {
  return createHmac('sha256', deriving)
    .update(JSON.stringify([purpose, text]), 'utf8')
    .digest()
}
