import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLocalCloud } from 'wx-local-cloud'
import { startCloudProcess } from '../torture/cloud-process'
import { seeded } from '../torture/kill-rounds'
import { FUNCTIONS } from './cloud'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const PAGE = 4096
const FRAME = 24 + PAGE

let root: string
/** 600 documents closed in order, and 40 more whose log a kill -9 left behind. */
let whole: string

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'damage-'))
  whole = join(root, 'whole')
  const seed = Array.from({ length: 600 }, (_, i) => ({ _id: `d${i}`, text: 'x'.repeat(200), i }))
  const first = await startLocalCloud({
    functionsDir: FUNCTIONS,
    port: 0,
    data: whole,
    collections: { docs: { indexes: [{ name: 'i', keys: [['i', 1]] }] } },
    seed: (db) => db.insertMany('docs', seed),
  })
  await first.close()
  const cloud = startCloudProcess(CLI, ['--functions', FUNCTIONS, '--data', whole])
  const url = await cloud.ready
  for (let i = 0; i < 40; i++)
    await fetch(`${url}/import?collection=docs`, { method: 'POST', body: `{"_id":"late${i}"}` })
  cloud.kill()
  await cloud.exit
}, 30_000)
afterAll(() => rmSync(root, { recursive: true }))

let copies = 0
function copyOf(): { data: string; db: string; wal: string } {
  const data = join(root, `copy${copies++}`)
  mkdirSync(data)
  for (const name of ['cloud.db', 'cloud.db-wal']) copyFileSync(join(whole, name), join(data, name))
  return { data, db: join(data, 'cloud.db'), wal: join(data, 'cloud.db-wal') }
}

/** What an export says of a folder: how many documents, or the sentence on stderr. */
function look(data: string): { documents: number } | { sentence: string } {
  const out = join(root, `out${copies++}`)
  const { status, stderr } = spawnSync(process.execPath, [
    CLI,
    'export',
    '--data',
    data,
    '--out',
    out,
  ])
  if (status !== 0) return { sentence: stderr.toString() }
  return { documents: readFileSync(join(out, 'docs.json'), 'utf8').split('\n').length - 1 }
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const content = readFileSync(file)
  bytes.copy(content, at)
  writeFileSync(file, content)
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

const noise = (length: number, seed: number): Buffer => {
  const random = seeded(seed)
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
}

const isSentence = /^The data in \S+ is damaged \(.+\); move it away to begin again\.\n$/

test('the copy as kill -9 left it is whole', () => {
  const { data, wal } = copyOf()
  expect(statSync(wal).size).toBeGreaterThan(40 * FRAME)
  expect(look(data)).toEqual({ documents: 640 })
})

describe('a damaged file is one sentence, twice, and stays', () => {
  const damages: [string, (files: { db: string; wal: string }) => void][] = [
    [
      'another header, without its log',
      ({ db, wal }) => (overwrite(db, 0, Buffer.from('not a database, not at all')), rmSync(wal)),
    ],
    ['all of it other bytes', ({ db }) => writeFileSync(db, Buffer.alloc(20_000, 7))],
    ['cut in half', ({ db }) => truncateSync(db, Math.floor(statSync(db).size / 2 / PAGE) * PAGE)],
    ['cut to nothing, without its log', ({ db, wal }) => (truncateSync(db, 0), rmSync(wal))],
    ['cut to nothing', ({ db }) => truncateSync(db, 0)],
    ['gone, and its log is there', ({ db }) => rmSync(db)],
    ['a log with another header', ({ wal }) => overwrite(wal, 0, noise(32, 1))],
    ['a log cut in its header', ({ wal }) => truncateSync(wal, 20)],
    [
      'a log whose tenth frame is noise',
      ({ wal }) => overwrite(wal, 32 + 9 * FRAME, noise(FRAME, 2)),
    ],
    [
      'a log with one byte changed',
      ({ wal }) => overwrite(wal, 32 + 5 * FRAME + 900, Buffer.of(1)),
    ],
  ]
  test.each(damages)('%s', (_name, damage) => {
    const { data, db, wal } = copyOf()
    damage({ db, wal })
    const left = sizeOf(db)
    for (let time = 0; time < 2; time++)
      expect(look(data)).toEqual({ sentence: expect.stringMatching(isSentence) })
    // SQLite may have folded a good log into a damaged file; nothing becomes smaller.
    expect(sizeOf(db)).toBeGreaterThanOrEqual(left)
  })
})

test('a log that ends in the middle of a write is opened, without that write', () => {
  const { data, wal } = copyOf()
  truncateSync(wal, statSync(wal).size - 1000)
  expect(look(data)).toEqual({ documents: 639 })
})

test('noise over any page is reported, or hurts no document', () => {
  const pages = statSync(join(whole, 'cloud.db')).size / PAGE
  let reported = 0
  for (let page = 1; page < pages; page += Math.ceil(pages / 12)) {
    const { data, db, wal } = copyOf()
    // Without the log, which would bring some pages back.
    rmSync(wal)
    overwrite(db, page * PAGE, noise(PAGE, page))
    const seen = look(data)
    if ('sentence' in seen) reported++
    else expect(seen.documents).toBe(600)
  }
  expect(reported).toBeGreaterThan(5)
})
