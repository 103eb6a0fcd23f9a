import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readJson } from '../data-file'
import { DataError } from '../db/store'

/** A message as it stands in the phone's service notices. */
export interface InboxMessage {
  /** ISO time of the cloud's clock. */
  at: string
  msgId: string
  openid: string
  templateId: string
  /** The page the message opens; '' when it opens none. */
  page: string
  /** By field: `{ thing1: { value } }`. */
  data: Record<string, { value: string }>
  miniprogramState: string
  lang: string
}

interface Kept {
  /** By `openid template`: sends that are left, or that the template is banned. */
  acceptances: Record<string, number | 'banned'>
  inbox: InboxMessage[]
}

const KEPT_MESSAGES = 5000

function readKept(file: string): Kept {
  const { acceptances, inbox } = readJson(file) as Partial<Kept>
  if (typeof acceptances === 'object' && acceptances !== null && Array.isArray(inbox))
    return { acceptances, inbox }
  throw new DataError(`The file ${file} is damaged; move it away to begin again.`)
}

/** What phones remember: acceptances of subscription messages, and the messages they got. */
export class PhoneState {
  private readonly kept: Kept = { acceptances: {}, inbox: [] }

  /** Keeps it in a file, or in memory alone. Throws DataError when the file is damaged. */
  constructor(private readonly file: string | undefined) {
    if (file === undefined) return
    mkdirSync(dirname(file), { recursive: true })
    if (existsSync(file)) this.kept = readKept(file)
  }

  /** The person's answer to a question about a template. A ban ends what was accepted. */
  answer(openid: string, templateId: string, accept: boolean | 'ban'): void {
    const key = keyOf(openid, templateId)
    const left = this.kept.acceptances[key]
    if (accept === 'ban') this.kept.acceptances[key] = 'banned'
    else if (accept) this.kept.acceptances[key] = typeof left === 'number' ? left + 1 : 1
    this.save()
  }

  /** Sends that are left; 0 when there is none or the template is banned. */
  left(openid: string, templateId: string): number {
    const left = this.kept.acceptances[keyOf(openid, templateId)]
    return typeof left === 'number' ? left : 0
  }

  /** Uses one acceptance up and puts the message into the inbox, both or neither. */
  deliver(message: InboxMessage): void {
    const { openid, templateId } = message
    this.kept.acceptances[keyOf(openid, templateId)] = this.left(openid, templateId) - 1
    this.kept.inbox.push(message)
    if (this.kept.inbox.length > KEPT_MESSAGES) this.kept.inbox.shift()
    this.save()
  }

  /** Newest last; everybody's when no openid is given. */
  inbox(openid?: string): InboxMessage[] {
    return openid === undefined
      ? this.kept.inbox
      : this.kept.inbox.filter((message) => message.openid === openid)
  }

  private save(): void {
    if (this.file === undefined) return
    writeFileSync(`${this.file}.new`, JSON.stringify(this.kept))
    renameSync(`${this.file}.new`, this.file)
  }
}

const keyOf = (openid: string, templateId: string): string => JSON.stringify([openid, templateId])
