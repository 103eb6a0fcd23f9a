import { randomBytes } from 'node:crypto'
import { ApiError } from './api-error'
import { Picture, type ApiContext, type ApiParams } from './context'
import { getPhoneNumber } from './phone-number'
import { ProtobufError } from './protobuf'
import { checkMedia, checkMessage } from './security'
import { sendSubscribeMessage } from './subscribe-message'
import { readRequest, writeReply, writeSystemError } from './wire'
import { getUnlimited } from './wxacode'

type Api = (params: ApiParams, context: ApiContext) => object | Promise<object>

const APIS: Record<string, Api> = {
  'subscribeMessage.send': sendSubscribeMessage,
  'wxacode.getUnlimited': getUnlimited,
  'security.msgSecCheck': checkMessage,
  'security.mediaCheckAsync': checkMedia,
  'phonenumber.getPhoneNumber': getPhoneNumber,
}

const SYSTEM_BUSY = -1
const ARGS_ERROR = -601002
const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101

/** `cloud.openapi.*`: reads the SDK's message, checks the function's permission, answers as WeChat does. */
export class OpenApi {
  constructor(private readonly context: ApiContext) {}

  /** `permissions` are those of the calling function's config.json. */
  async call(api: string, request: Buffer, permissions: readonly string[]): Promise<Buffer> {
    const run = Object.hasOwn(APIS, api) ? APIS[api] : undefined
    if (run === undefined) return writeSystemError(API_NOT_FOUND)
    if (!permissions.includes(api)) return writeSystemError(NO_PERMISSION)
    try {
      const reply = await run(readRequest(request).params, this.context)
      if (reply instanceof Picture) return writeReply(reply.contentType, reply.data)
      return json({ errcode: 0, errmsg: 'ok', ...reply })
    } catch (error) {
      if (error instanceof ApiError) return refusal(error.errcode, error.message)
      if (error instanceof ProtobufError) return writeSystemError(ARGS_ERROR)
      throw error
    }
  }
}

/** The answer to a call that met a fault: WeChat is busy. */
export const systemBusy = (): Buffer => refusal(SYSTEM_BUSY, 'system error')

function refusal(errcode: number, message: string): Buffer {
  const rid = [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')
  return json({ errcode, errmsg: `${message} rid: ${rid}` })
}

const json = (reply: object): Buffer =>
  writeReply('application/json; encoding=utf-8', Buffer.from(JSON.stringify(reply)))
