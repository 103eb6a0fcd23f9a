import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataError } from 'wx-local-cloud'
import { startTestCloud, type TestCloud } from './cloud'

let cloud: TestCloud

beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.close())

const album = async (op: string, event: object = {}) =>
  (await cloud.as('alice', 'album', { op, ...event })).result

/** A request of the phone, as wx.cloud would make it. */
async function phone(openid: string, path: string, body: object) {
  const response = await fetch(`${cloud.url}/storage/${path}`, {
    method: 'POST',
    headers: openid === '' ? {} : { 'x-openid': openid },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as any }
}

async function put(url: string, content: string, type = 'image/png') {
  const response = await fetch(url, {
    method: 'PUT',
    body: content,
    headers: type === '' ? {} : { 'content-type': type },
  })
  return { status: response.status, text: await response.text() }
}

async function upload(openid: string, cloudPath: string, content: string) {
  const { body } = await phone(openid, 'upload-url', { cloudPath })
  return put(body.url, content, body.contentType)
}

/** What the SDK makes of a refusal of the cloud as a whole: it keeps the text and not the code. */
const refusedWith = (text: string) => ({ errCode: -1, errMsg: expect.stringContaining(text) })

const idOf = (path: string) => `cloud://local.6c6f-local-1300000000/${path}`
const urlOf = async (path: string, maxAge?: number) =>
  (await album('urls', { fileList: [maxAge ? { fileID: idOf(path), maxAge } : idOf(path)] }))
    .fileList[0].tempFileURL as string

test('a function uploads, downloads, shares and deletes through the unmodified SDK', async () => {
  const { fileID, statusCode } = await album('upload', { cloudPath: 'u/图 片.png', text: '内容' })
  expect(fileID).toBe(idOf('u/图 片.png'))
  expect(statusCode).toBe(-1)
  expect(await album('download', { fileID })).toEqual({ statusCode: 200, text: '内容' })
  const { fileList } = await album('urls', {
    fileList: [fileID, { fileID, maxAge: 60 }, idOf('u/none.png'), 'cloud://elsewhere.x/a', '?'],
  })
  expect(fileList.map((file: any) => [file.status, file.errMsg, file.maxAge])).toEqual([
    [0, 'ok', 86400],
    [0, 'ok', 60],
    [-503003, 'storage file not exists', undefined],
    [-503003, 'storage file not exists', undefined],
    [-503003, 'storage file not exists', undefined],
  ])
  const response = await fetch(fileList[0].tempFileURL)
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(response.headers.get('content-security-policy')).toBe('sandbox')
  expect(await response.text()).toBe('内容')
  const removed = await album('remove', { fileList: [fileID, idOf('u/none.png')] })
  expect(removed.fileList.map((file: any) => file.status)).toEqual([0, -503003])
  expect((await fetch(fileList[0].tempFileURL)).status).toBe(404)
  expect(await album('download', { fileID })).toEqual(refusedWith('storage file not exists'))
})

test('a large stream arrives whole, and too large a file is refused and leaves nothing', async () => {
  await cloud.close()
  const data = mkdtempSync(join(tmpdir(), 'files-'))
  cloud = await startTestCloud({ data, maxFileBytes: 3_000_000 })
  const { fileID } = await album('uploadStream', { cloudPath: 'big.bin', size: 3_000_000 })
  const bytes = await (await fetch(await urlOf('big.bin'))).arrayBuffer()
  expect(bytes.byteLength).toBe(3_000_000)
  expect(fileID).toBe(idOf('big.bin'))
  const refused = await album('uploadStream', { cloudPath: 'bigger.bin', size: 3_000_001 })
  expect(refused).toEqual(refusedWith('EntityTooLarge'))
  expect(readdirSync(join(data, 'files/blobs'))).toHaveLength(1)
  rmSync(data, { recursive: true })
})

test('a phone uploads by a signed URL that is for one path, one type and one size', async () => {
  const { body } = await phone('alice', 'upload-url', { cloudPath: 'u/a.png', size: 5 })
  expect(body).toMatchObject({ fileID: idOf('u/a.png'), contentType: 'image/png' })
  expect((await put(body.url, '12345', 'text/html')).status).toBe(403)
  expect((await put(body.url, '12345', '')).status).toBe(403)
  expect((await put(body.url, '123456')).text).toContain('EntityTooLarge')
  expect((await put(body.url, '1234')).text).toContain('InvalidArgument')
  expect((await put(body.url.replace('a.png', 'b.png'), '12345')).status).toBe(403)
  expect((await put(body.url.replace(/.$/, '!'), '12345')).status).toBe(403)
  expect(
    (await put(body.url.replace('/object/u/a.png', '/object/u/%2e%2e/a.png'), '12345')).status,
  ).toBe(403)
  expect(await urlOf('u/a.png')).toBe('')
  expect((await put(body.url, '12345')).status).toBe(200)
  expect(await (await fetch(await urlOf('u/a.png'))).text()).toBe('12345')
  // A signed URL for reading does not write, and the other way round.
  expect((await put(await urlOf('u/a.png'), 'x')).status).toBe(403)
  expect((await fetch(body.url)).status).toBe(403)
})

test('signed URLs end with their time on the clock of the cloud', async () => {
  const { body } = await phone('alice', 'upload-url', { cloudPath: 'u/a.png' })
  expect((await put(body.url, 'first')).status).toBe(200)
  const url = await urlOf('u/a.png', 60)
  await cloud.post('/clock', { advance: 59_000 })
  expect((await fetch(url)).status).toBe(200)
  await cloud.post('/clock', { advance: 2000 })
  expect((await fetch(url)).status).toBe(403)
  await cloud.post('/clock', { advance: 600_000 })
  expect(await put(body.url, 'late')).toMatchObject({
    status: 403,
    text: expect.stringContaining('expired'),
  })
})

test('an upload far too large has an answer, and one that breaks off leaves nothing', async () => {
  await cloud.close()
  const data = mkdtempSync(join(tmpdir(), 'files-'))
  cloud = await startTestCloud({ data, maxFileBytes: 1000 })
  const { body } = await phone('alice', 'upload-url', { cloudPath: 'a.png' })
  expect((await put(body.url, 'x'.repeat(20_000_000))).text).toContain('EntityTooLarge')
  const broken = request(body.url, { method: 'PUT', headers: { 'content-type': 'image/png' } })
  broken.on('error', () => undefined)
  broken.write('half')
  await expect.poll(() => readdirSync(join(data, 'files/blobs'))).toHaveLength(1)
  broken.destroy()
  await expect.poll(() => readdirSync(join(data, 'files/blobs'))).toHaveLength(0)
  expect(await urlOf('a.png')).toBe('')
  rmSync(data, { recursive: true })
})

test('wrong sizes and types are refused before anything is sent', async () => {
  const refused = async (body: object) => (await phone('alice', 'upload-url', body)).body.errCode
  expect(await refused({ cloudPath: 'a.png', size: -1 })).toBe(-501007)
  expect(await refused({ cloudPath: 'a.png', size: 1.5 })).toBe(-501007)
  expect(await refused({ cloudPath: 'a.png', size: 51 * 1024 * 1024 })).toBe(-403001)
  expect(await refused({ cloudPath: 'a.png', contentType: 'nonsense' })).toBe(-501007)
  expect(await refused({})).toBe(-501007)
  expect((await phone('', 'upload-url', { cloudPath: 'a.png' })).body.errCode).toBe(-503002)
})

test('no path leaves its folder', async () => {
  const wrong = [
    '',
    '/',
    '/etc/passwd',
    '../a',
    'a/../b',
    'a/..',
    '.',
    './a',
    'a//b',
    'a/',
    'a\\..\\b',
  ]
  wrong.push('%2e%2e/a', 'a%00', 'a\0b', 'a\nb', 'a?b', 'a#b', 'x'.repeat(851), '\ud800')
  for (const cloudPath of wrong) {
    expect(await phone('alice', 'upload-url', { cloudPath })).toMatchObject({
      status: 400,
      body: { errCode: -501007 },
    })
    if (cloudPath !== '')
      expect(await album('upload', { cloudPath, text: 'x' })).toEqual(refusedWith('cloudPath'))
  }
  expect(await album('download', { fileID: idOf('../entries/x') })).toEqual(
    refusedWith('storage file not exists'),
  )
  // A file and a folder of one name are two files, as in an object store.
  await album('upload', { cloudPath: 'a', text: 'file' })
  await album('upload', { cloudPath: 'a/b', text: 'below' })
  expect((await album('download', { fileID: idOf('a') })).text).toBe('file')
  expect((await album('download', { fileID: idOf('a/b') })).text).toBe('below')
})

test('one person neither overwrites, deletes nor reads what is another’s', async () => {
  expect((await upload('alice', 'u/mine.png', 'hers')).status).toBe(200)
  expect((await phone('mallory', 'upload-url', { cloudPath: 'u/mine.png' })).body.errCode).toBe(
    -503002,
  )
  expect((await upload('alice', 'u/mine.png', 'hers again')).status).toBe(200)
  const fileList = [idOf('u/mine.png')]
  const mallory = await phone('mallory', 'delete', { fileList })
  expect(mallory.body.fileList[0]).toMatchObject({ status: -503002 })
  // The rule: read by nobody, not even by the one who uploaded it.
  for (const openid of ['mallory', 'alice'])
    expect((await phone(openid, 'temp-urls', { fileList })).body.fileList[0]).toMatchObject({
      status: -503002,
      tempFileURL: '',
    })
  expect((await album('download', { fileID: fileList[0]! })).text).toBe('hers again')
  expect((await phone('alice', 'delete', { fileList })).body.fileList[0].status).toBe(0)
  // What a function has put there belongs to no person.
  await album('upload', { cloudPath: 'official.png', text: 'x' })
  expect((await phone('alice', 'upload-url', { cloudPath: 'official.png' })).status).toBe(403)
})

test('of two people who asked for the same new path, the first to upload has it', async () => {
  const [alice, mallory] = await Promise.all(
    ['alice', 'mallory'].map((openid) => phone(openid, 'upload-url', { cloudPath: 'u/new.png' })),
  )
  expect((await put(alice!.body.url, 'first')).status).toBe(200)
  expect((await put(mallory!.body.url, 'second')).status).toBe(403)
  expect((await album('download', { fileID: idOf('u/new.png') })).text).toBe('first')
})

test('other storage rules', async () => {
  await cloud.close()
  cloud = await startTestCloud({ storageRule: { read: 'uploader', write: 'uploader' } })
  await upload('alice', 'a.png', 'x')
  const reads = async (openid: string) =>
    (await phone(openid, 'temp-urls', { fileList: [idOf('a.png')] })).body.fileList[0].status
  expect(await reads('alice')).toBe(0)
  expect(await reads('bob')).toBe(-503002)
  await cloud.close()
  cloud = await startTestCloud({ storageRule: { read: true, write: false } })
  expect((await phone('alice', 'upload-url', { cloudPath: 'a.png' })).status).toBe(403)
  await album('upload', { cloudPath: 'a.png', text: 'x' })
  expect(await reads('bob')).toBe(0)
})

test('lists have 1 to 50 files', async () => {
  const many = Array.from({ length: 51 }, (_, i) => idOf(`${i}`))
  expect(await album('urls', { fileList: many })).toEqual(refusedWith('1 to 50 files'))
  expect(await album('remove', { fileList: many })).toEqual(refusedWith('1 to 50 files'))
  expect((await phone('alice', 'temp-urls', { fileList: 'all' })).status).toBe(400)
})

test('files survive a restart, a link put in their place is not followed, rests are cleared', async () => {
  await cloud.close()
  const data = mkdtempSync(join(tmpdir(), 'files-'))
  cloud = await startTestCloud({ data })
  await upload('alice', 'kept.png', 'kept')
  await upload('alice', 'gone.png', 'gone')
  await phone('alice', 'delete', { fileList: [idOf('gone.png')] })
  await cloud.close()
  writeFileSync(join(data, 'files/blobs/half'), 'half an upload')
  cloud = await startTestCloud({ data })
  expect((await album('download', { fileID: idOf('kept.png') })).text).toBe('kept')
  expect(await album('download', { fileID: idOf('gone.png') })).toEqual(
    refusedWith('storage file not exists'),
  )
  expect((await phone('mallory', 'upload-url', { cloudPath: 'kept.png' })).status).toBe(403)
  expect(existsSync(join(data, 'files/blobs/half'))).toBe(false)
  const [blob] = readdirSync(join(data, 'files/blobs'))
  const url = await urlOf('kept.png')
  rmSync(join(data, 'files/blobs', blob!))
  symlinkSync('/etc/hostname', join(data, 'files/blobs', blob!))
  expect((await fetch(url)).status).toBe(404)
  rmSync(data, { recursive: true })
})

test('storage actions have a column of their own', async () => {
  const { fileID } = await album('upload', { cloudPath: 'a.txt', text: 'x' })
  await album('download', { fileID })
  const { operations } = await cloud.get('/stats')
  const of = (op: string) => operations.find((line: any) => line.op === op)
  expect(of('upload')).toMatchObject({ storage: 1, openapi: 0, reads: 0, writes: 0 })
  expect(of('download')).toMatchObject({ storage: 1, reads: 0 })
  expect((await cloud.get('/stats/calls')).calls[0]).toMatchObject({ storage: 1 })
})

test('pages of this server may use signed URLs, under either of its names; others may not', async () => {
  const { body } = await phone('alice', 'upload-url', { cloudPath: 'a.png' })
  const origin = `http://localhost:${cloud.port}`
  const preflight = await fetch(body.url, { method: 'OPTIONS', headers: { origin } })
  expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
    204,
    origin,
  ])
  const foreign = await fetch(body.url, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example' },
  })
  expect(foreign.status).toBe(403)
})

test('a damaged entry is reported, and nothing is emptied', async () => {
  await cloud.close()
  const data = mkdtempSync(join(tmpdir(), 'files-'))
  cloud = await startTestCloud({ data })
  await upload('alice', 'a.png', 'x')
  await cloud.close()
  const [entry] = readdirSync(join(data, 'files/entries'))
  writeFileSync(join(data, 'files/entries', entry!), '{"path": ')
  await expect(startTestCloud({ data })).rejects.toThrow(DataError)
  expect(readdirSync(join(data, 'files/blobs'))).toHaveLength(1)
  rmSync(data, { recursive: true })
  cloud = await startTestCloud()
})
