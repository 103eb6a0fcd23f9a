import Database from 'libsql'
import { join } from 'node:path'
import { benchDocument, communitiesOf } from './documents'

/** How long each round took, in ms, by what was done. */
export type Timings = Record<'insert' | 'query' | 'update' | 'transaction', number[]>

function timed(n: number, work: (i: number) => void): number[] {
  return Array.from({ length: n }, (_, i) => {
    const began = performance.now()
    work(i)
    return performance.now() - began
  })
}

/** The same work on SQLite alone: one table, one index, JSON parsed and printed, each write committed. */
export function runDirect(folder: string, documents: number, n: number): Timings {
  const sql = new Database(join(folder, 'direct.db'))
  try {
    sql.exec('PRAGMA journal_mode = WAL')
    sql.exec('PRAGMA synchronous = NORMAL')
    sql.exec('CREATE TABLE docs (id TEXT PRIMARY KEY, community TEXT, at INTEGER, body TEXT)')
    sql.exec('CREATE INDEX place ON docs (community, at)')
    const insert = sql.prepare('INSERT INTO docs (id, community, at, body) VALUES (?, ?, ?, ?)')
    const insertOne = (i: number, prefix: string): void => {
      const doc = benchDocument(i, documents)
      insert.run(prefix + doc._id, doc.communityId, doc.at, JSON.stringify(doc))
    }
    sql.exec('BEGIN')
    for (let i = 0; i < documents; i++) insertOne(i, '')
    sql.exec('COMMIT')
    const page = sql.prepare('SELECT body FROM docs WHERE community = ? ORDER BY at DESC LIMIT 20')
    const read = sql.prepare('SELECT body FROM docs WHERE id = ?')
    const write = sql.prepare('UPDATE docs SET body = ? WHERE id = ?')
    const change = (i: number, by: number): void => {
      const id = `document-${i % documents}`
      const doc = JSON.parse((read.get(id) as { body: string }).body) as { left: number }
      doc.left += by
      write.run(JSON.stringify(doc), id)
    }
    const communities = communitiesOf(documents, 50)
    return {
      insert: timed(n, (i) => insertOne(i, 'new-')),
      query: timed(n, (i) => {
        const rows = page.all(communities[i % communities.length]) as { body: string }[]
        for (const { body } of rows) JSON.parse(body)
      }),
      update: timed(n, (i) => change(i, -1)),
      transaction: timed(n, (i) => {
        sql.exec('BEGIN')
        change(i, -1)
        change(i + 1, 1)
        sql.exec('COMMIT')
      }),
    }
  } finally {
    sql.close()
  }
}
