import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { sdkDatabase } from './sdk'

let cloud: TestCloud

beforeEach(async () => {
  cloud = await startTestCloud({
    now: Date.parse('2026-03-01T02:00:00Z'),
    collections: { pushes: { indexes: [] } },
    messageTemplates: { reminder: { fields: ['thing1', 'time2', 'phrase3'] } },
    pages: ['pages/index/index', 'pages/scan/index'],
    mediaCheckMs: 20,
  })
})
afterEach(() => cloud.close())

const api = async (name: string, data: object, options?: object) =>
  (await cloud.as('alice', 'wechat', { api: name, data, options })).result

const refused = (errCode: number, text = '') => ({
  errCode,
  errMsg: expect.stringMatching(new RegExp(`fail.*${text}.*rid: `)),
})
const subscribe = (accept: boolean | 'ban', openid = 'alice') =>
  cloud.post('/subscriptions', { openid, templateId: 'reminder', accept })
const inbox = async (openid = 'alice') => (await cloud.get(`/inbox?openid=${openid}`)).messages

/** What the push function was told, once there are so many. */
async function pushes(count: number): Promise<any[]> {
  const collection = sdkDatabase(cloud.url).collection('pushes')
  await expect.poll(async () => (await collection.count()).total, { timeout: 5000 }).toBe(count)
  return (await collection.limit(100).get()).data
}

const message = (data: object = {}) => ({
  touser: 'alice',
  templateId: 'reminder',
  page: 'pages/index/index?from=notice',
  miniprogramState: 'trial',
  data: {
    thing1: { value: '体检' },
    time2: { value: '2026年3月1日 15:01' },
    phrase3: { value: '已预约' },
    ...data,
  },
})

test('each acceptance gives one send; what was sent stands in the inbox', async () => {
  const send = () => api('subscribeMessage.send', message())
  expect(await send()).toEqual(refused(43101, 'user refuse to accept the msg'))
  await subscribe(false)
  expect(await send()).toEqual(refused(43101))
  expect((await subscribe(true)).body).toEqual({ left: 1 })
  expect((await subscribe(true)).body).toEqual({ left: 2 })
  await subscribe(true, 'bob')
  expect(await send()).toMatchObject({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' })
  expect((await send()).errCode).toBe(0)
  expect(await send()).toEqual(refused(43101))
  expect(await inbox('bob')).toEqual([])
  const messages = await inbox()
  expect(messages).toHaveLength(2)
  expect(messages[0]).toMatchObject({
    openid: 'alice',
    templateId: 'reminder',
    page: 'pages/index/index?from=notice',
    data: message().data,
    miniprogramState: 'trial',
    lang: 'zh_CN',
  })
  expect(messages[0].at.slice(0, 13)).toBe('2026-03-01T02')
})

test('a ban ends what was accepted before', async () => {
  await subscribe(true)
  expect((await subscribe('ban')).body).toEqual({ left: 0 })
  expect(await api('subscribeMessage.send', message())).toEqual(refused(43101))
  await subscribe(true)
  expect((await api('subscribeMessage.send', message())).errCode).toBe(0)
})

test('a wrong message is refused with its errcode and uses no acceptance up', async () => {
  await subscribe(true)
  const send = (change: object) => api('subscribeMessage.send', { ...message(), ...change })
  expect(await send({ touser: '' })).toEqual(refused(40003))
  expect(await send({ templateId: 'constructor' })).toEqual(refused(40037))
  expect(await send({ templateId: 'another' })).toEqual(refused(40037))
  expect(await send({ page: '/pages/index/index' })).toEqual(refused(41030))
  expect(await send({ page: 'pages/nowhere' })).toEqual(refused(41030))
  expect(await send({ miniprogramState: 'beta' })).toEqual(refused(40097))
  expect(await send({ data: undefined })).toEqual(refused(47003))
  const { thing1: _, ...incomplete } = message().data
  expect(await send({ data: incomplete })).toEqual(refused(47003, 'thing1'))
  const wrong = [
    { thing1: { value: '' } },
    { thing1: { value: '一'.repeat(21) } },
    { thing1: '体检' },
    { time2: { value: 'tomorrow' } },
    { phrase3: { value: '已经预约成功' } },
    { phrase3: { value: 'booked' } },
    { thing4: { value: 'not in the template' } },
  ]
  for (const data of wrong)
    expect(await send({ data: { ...message().data, ...data } })).toEqual(refused(47003))
  expect((await send({})).errCode).toBe(0)
  expect(await inbox()).toHaveLength(1)
})

test('each kind of field takes what WeChat’s table says, whatever the template', async () => {
  await cloud.close()
  cloud = await startTestCloud()
  const takes = async (name: string, value: unknown) => {
    const { errCode } = await api('subscribeMessage.send', {
      touser: 'alice',
      templateId: 't',
      data: { [name]: { value } },
    })
    // Nobody has accepted: what is right gets as far as that.
    return errCode === 43101
  }
  const right: [string, unknown][] = [
    ['thing1', '一'.repeat(20)],
    ['number1', 3.5],
    ['letter1', 'Abc'],
    ['symbol1', '★!'],
    ['character_string1', 'A-1 b'],
    ['time1', '15:01'],
    ['time1', '2026年3月1日 15:01~2026年3月1日 16:00'],
    ['date1', '2026-03-01'],
    ['amount1', '￥12.50'],
    ['phone_number1', '+86-13800000000'],
    ['car_number1', '沪A12345'],
    ['name1', '王小明'],
    ['name1', 'Alexander von Humb'],
    ['phrase1', '已完成'],
  ]
  for (const [name, value] of right)
    expect([name, value, await takes(name, value)]).toEqual([name, value, true])
  const wrong: [string, unknown][] = [
    ['thing1', '一'.repeat(21)],
    ['number1', 'three'],
    ['letter1', 'abc1'],
    ['symbol1', 'abc'],
    ['character_string1', '中'],
    ['time1', '25 past'],
    ['date1', '15:01'],
    ['amount1', '12345678901'],
    ['phone_number1', '1'.repeat(18)],
    ['car_number1', '沪A12345678'],
    ['name1', '王'.repeat(11)],
    ['phrase1', '六个汉字以上'],
    ['constructor1', 'x'],
    ['thing', 'x'],
    ['thing1', null],
  ]
  for (const [name, value] of wrong)
    expect([name, value, await takes(name, value)]).toEqual([name, value, false])
})

test('acceptances, the inbox and codes survive a restart', async () => {
  const { mkdtempSync, rmSync } = await import('node:fs')
  await cloud.close()
  const data = mkdtempSync('/tmp/phones-')
  cloud = await startTestCloud({ data })
  await subscribe(true)
  await subscribe(true)
  await api('subscribeMessage.send', message())
  const phone = { openid: 'alice', phoneNumber: '13800000000' }
  const { code } = (await cloud.post('/phone-codes', phone)).body as { code: string }
  await cloud.close()
  cloud = await startTestCloud({ data })
  expect(await inbox()).toHaveLength(1)
  expect((await api('phonenumber.getPhoneNumber', { code })).errCode).toBe(0)
  expect((await api('phonenumber.getPhoneNumber', { code })).errCode).toBe(40029)
  expect((await api('subscribeMessage.send', message())).errCode).toBe(0)
  expect(await api('subscribeMessage.send', message())).toEqual(refused(43101))
  rmSync(data, { recursive: true })
})

/** What a phone's camera would read. */
function readQr(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

test('a code is a real PNG that says its page and scene', async () => {
  const scene = "T!#$&'()*+,/:;=?@-._~0123456789z"
  for (const options of [undefined, { version: 'v2' }]) {
    const data = { scene, page: 'pages/scan/index', width: 300, lineColor: { r: 1, g: 2, b: 3 } }
    const { contentType, base64 } = await api('wxacode.getUnlimited', data, options)
    expect(contentType).toBe('image/png')
    const png = Buffer.from(base64, 'base64')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([300, 300])
    expect(readQr(png)).toBe(`pages/scan/index?scene=${encodeURIComponent(scene)}`)
  }
  const other = await api('wxacode.getUnlimited', { scene: 'b' })
  expect(readQr(Buffer.from(other.base64, 'base64'))).toBe('?scene=b')
})

test('a wrong scene, page, width or version is refused', async () => {
  const code = (data: object) =>
    api('wxacode.getUnlimited', { scene: 'a', page: 'pages/scan/index', ...data })
  for (const scene of ['', 'x'.repeat(33), 'a b', '中文', 'a%20', undefined])
    expect(await code({ scene })).toEqual(refused(40129, 'invalid scene'))
  for (const page of ['/pages/scan/index', 'pages/scan/index?a=1', 'pages/nowhere', 5])
    expect(await code({ page })).toEqual(refused(41030, 'invalid page'))
  expect((await code({ page: 'pages/nowhere', checkPath: false })).contentType).toBe('image/png')
  for (const width of [279, 1281, '430']) expect(await code({ width })).toEqual(refused(40097))
  expect(await code({ envVersion: 'beta' })).toEqual(refused(40097))
  expect(await code({ lineColor: { r: 300, g: 0, b: 0 } })).toEqual(refused(40097))
})

test('a text is checked; what the check needs is asked for', async () => {
  const check = (data: object) =>
    api('security.msgSecCheck', { version: 2, scene: 2, openid: 'alice', content: '你好', ...data })
  expect(await check({})).toMatchObject({
    errCode: 0,
    result: { suggest: 'pass', label: 100 },
    traceId: expect.any(String),
    detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass' }],
  })
  expect((await check({ content: '来赌博吧' })).result).toEqual({ suggest: 'risky', label: 20006 })
  expect((await check({ content: '加微信' })).result).toEqual({ suggest: 'review', label: 10001 })
  expect((await check({ content: '字'.repeat(2500) })).result.suggest).toBe('pass')
  expect(await check({ content: '字'.repeat(2501) })).toEqual(refused(45002))
  expect(await check({ content: '' })).toEqual(refused(44004))
  expect(await check({ version: undefined })).toEqual(refused(40097))
  expect(await check({ scene: 5 })).toEqual(refused(40097))
  expect(await check({ openid: undefined })).toEqual(refused(40003))
  // Whoever was not here within two hours can't be asked about.
  expect(await check({ openid: 'nobody' })).toEqual(refused(61010))
  await cloud.as('bob', 'edge', { a: 1, b: 1 })
  expect((await check({ openid: 'bob' })).errCode).toBe(0)
  await cloud.post('/clock', { advance: 2 * 3_600_000 + 1000 })
  expect(await check({ openid: 'bob' })).toEqual(refused(61010))
})

test('a file is checked later: the verdict comes as a push', async () => {
  const { fileID } = (
    await cloud.as('alice', 'album', { op: 'upload', cloudPath: 'a.png', text: 'x' })
  ).result
  const { fileList } = (await cloud.as('alice', 'album', { op: 'urls', fileList: [fileID] })).result
  const check = (mediaUrl: unknown, change: object = {}) =>
    api('security.mediaCheckAsync', {
      mediaUrl,
      mediaType: 2,
      version: 2,
      scene: 1,
      openid: 'alice',
      ...change,
    })
  const good = await check(fileList[0].tempFileURL)
  expect(good).toMatchObject({ errCode: 0, traceId: expect.any(String) })
  const bad = await check('https://example.com/%E8%B5%8C%E5%8D%9A.png')
  const gone = await check(`${cloud.url}/storage/object/none.png?sign=x`)
  const events = await pushes(3)
  const of = ({ traceId }: any) => events.find(({ event }) => event.trace_id === traceId)
  expect(of(good)).toMatchObject({
    source: 'wx_unknown',
    openid: null,
    event: {
      ToUserName: 'gh_000000000000',
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: 'wx0000000000000000',
      version: 2,
      errcode: 0,
      result: { suggest: 'pass', label: 100 },
    },
  })
  expect(of(bad).event.result).toEqual({ suggest: 'risky', label: 20006 })
  expect(of(gone).event.errcode).toBe(-1008)
  expect(await check('file:///etc/passwd')).toEqual(refused(40097))
  expect(await check('https://example.com/a.png', { mediaType: 3 })).toEqual(refused(40097))
  expect(await check('https://example.com/a.png', { openid: '' })).toEqual(refused(40003))
})

test('what a person does with a template is pushed, and that a message was sent', async () => {
  await subscribe(true)
  await pushes(1)
  await subscribe(false)
  await pushes(2)
  await api('subscribeMessage.send', message())
  await pushes(3)
  await subscribe('ban')
  const events = await pushes(4)
  expect(events.map(({ event }) => [event.Event, event.FromUserName, event.List])).toEqual([
    [
      'subscribe_msg_popup_event',
      'alice',
      { TemplateId: 'reminder', SubscribeStatusString: 'accept', PopupScene: '0' },
    ],
    [
      'subscribe_msg_popup_event',
      'alice',
      { TemplateId: 'reminder', SubscribeStatusString: 'reject', PopupScene: '0' },
    ],
    [
      'subscribe_msg_sent_event',
      'alice',
      {
        TemplateId: 'reminder',
        MsgID: (await inbox())[0].msgId,
        ErrorCode: '0',
        ErrorStatus: 'success',
      },
    ],
    [
      'subscribe_msg_change_event',
      'alice',
      { TemplateId: 'reminder', SubscribeStatusString: 'reject' },
    ],
  ])
  for (const { source, openid } of events) expect([source, openid]).toEqual(['wx_unknown', null])
  // Whoever sends the same words from a phone is seen to do so.
  await cloud.as('mallory', 'pushed', { Event: 'wxa_media_check', FromUserName: 'alice' })
  expect((await pushes(5))[4]).toMatchObject({ source: 'wx_client', openid: 'mallory' })
})

test('pushes that no config.json claims go to the push function', async () => {
  const { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } = await import('node:fs')
  const { FUNCTIONS } = await import('./cloud')
  await cloud.close()
  const dir = mkdtempSync('/tmp/pushes-')
  cpSync(`${FUNCTIONS}/pushed`, `${dir}/any`, { recursive: true })
  writeFileSync(`${dir}/any/config.json`, '{}')
  symlinkSync(new URL('../../node_modules', import.meta.url).pathname, `${dir}/node_modules`)
  cloud = await startTestCloud({
    functionsDir: dir,
    collections: { pushes: { indexes: [] } },
    pushFunction: 'any',
  })
  await subscribe(true)
  expect((await pushes(1))[0].event.Event).toBe('subscribe_msg_popup_event')
  rmSync(dir, { recursive: true })
})

test('a phone code works once, for five minutes of the cloud’s clock', async () => {
  const issue = async (phoneNumber: string) =>
    (await cloud.post('/phone-codes', { openid: 'alice', phoneNumber })).body
  const exchange = (code: unknown) => api('phonenumber.getPhoneNumber', { code })
  const { code } = await issue('13800000000')
  expect((await exchange(code)).phoneInfo).toEqual({
    phoneNumber: '13800000000',
    purePhoneNumber: '13800000000',
    countryCode: '86',
    watermark: { timestamp: expect.any(Number), appid: 'wx0000000000000000' },
  })
  expect(await exchange(code)).toEqual(refused(40029, 'invalid code'))
  expect(await exchange('guessed')).toEqual(refused(40029))
  expect(await exchange(undefined)).toEqual(refused(40029))
  const abroad = await issue('+852 51234567')
  expect((await exchange(abroad.code)).phoneInfo).toMatchObject({
    phoneNumber: '+852 51234567',
    purePhoneNumber: '51234567',
    countryCode: '852',
  })
  const late = await issue('13800000000')
  await cloud.post('/clock', { advance: 5 * 60_000 + 1000 })
  expect(await exchange(late.code)).toEqual(refused(40029))
  expect((await cloud.post('/phone-codes', { openid: 'alice', phoneNumber: 'x' })).status).toBe(400)
})

test('an API that is not there, or that config.json does not permit, is refused', async () => {
  expect((await api('wxacode.get', { path: 'a' })).errCode).toBe(-604100)
  expect((await api('toString.call', {})).errCode).toBe(-604100)
  const { result } = await cloud.as('alice', 'probe', { op: 'openapi' })
  expect(result.errCode).toBe(-604101)
})

test('calls of open APIs have a column of their own', async () => {
  await api('wxacode.getUnlimited', { scene: 'a' })
  const { operations } = await cloud.get('/stats')
  expect(operations).toContainEqual(
    expect.objectContaining({ function: 'wechat', openapi: 1, storage: 0, reads: 0, writes: 0 }),
  )
})

test('wrong requests of the phone are told what is wrong', async () => {
  for (const body of [{}, { openid: 'a' }, { openid: 'a', templateId: 't', accept: 'maybe' }])
    expect((await cloud.post('/subscriptions', body)).status).toBe(400)
})
