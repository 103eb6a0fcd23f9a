import type { Sql } from '../db/sql'

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

const TABLES = `
CREATE TABLE IF NOT EXISTS phone_acceptances (openid TEXT NOT NULL, template TEXT NOT NULL, left INTEGER NOT NULL, PRIMARY KEY (openid, template)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS phone_inbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, openid TEXT NOT NULL, message TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS phone_inbox_openid ON phone_inbox (openid);
`

const KEPT_MESSAGES = 5000

/**
 * What phones remember: acceptances of subscription messages, and the messages they got. It stands in
 * the data file, so that what was acknowledged is kept as a document is.
 */
export class PhoneState {
  constructor(private readonly sql: Sql) {
    sql.exec(TABLES)
  }

  /** The person's answer to a question about a template. A ban ends what was accepted. */
  answer(openid: string, templateId: string, accept: boolean | 'ban'): void {
    if (accept === false) return
    const left = accept === 'ban' ? 0 : this.left(openid, templateId) + 1
    this.sql
      .prepare('INSERT OR REPLACE INTO phone_acceptances (openid, template, left) VALUES (?, ?, ?)')
      .run(openid, templateId, left)
  }

  /** Sends that are left; 0 when there is none or the template is banned. */
  left(openid: string, templateId: string): number {
    const row = this.sql
      .prepare('SELECT left FROM phone_acceptances WHERE openid = ? AND template = ?')
      .row<[number]>(openid, templateId)
    return row?.[0] ?? 0
  }

  /** Uses one acceptance up and puts the message into the inbox, both or neither. */
  deliver(message: InboxMessage): void {
    const { openid, templateId } = message
    this.sql.atomic(() => {
      this.sql
        .prepare('UPDATE phone_acceptances SET left = left - 1 WHERE openid = ? AND template = ?')
        .run(openid, templateId)
      const { lastInsertRowid: seq } = this.sql
        .prepare('INSERT INTO phone_inbox (openid, message) VALUES (?, ?)')
        .run(openid, JSON.stringify(message))
      this.sql.prepare('DELETE FROM phone_inbox WHERE seq <= ?').run(seq - KEPT_MESSAGES)
    })
  }

  /** Newest last; everybody's when no openid is given. */
  inbox(openid?: string): InboxMessage[] {
    const messages = 'SELECT message FROM phone_inbox'
    const rows =
      openid === undefined
        ? this.sql.prepare(`${messages} ORDER BY seq`).rows<[string]>()
        : this.sql.prepare(`${messages} WHERE openid = ? ORDER BY seq`).rows<[string]>(openid)
    return rows.map(([text]) => JSON.parse(text) as InboxMessage)
  }
}
