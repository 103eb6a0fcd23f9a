import { ProtobufError, readFields, writeFields, type Field } from './protobuf'

/** A file among the parameters: `{ contentType, value }` in the function. */
export interface Media {
  contentType: string
  filename: string
  value: Buffer
}

/** Parameters by name, in snake case as the SDK sends them; media apart. */
export interface ApiRequest {
  params: Record<string, unknown>
  media: Record<string, Media>
}

const OPEN_API = 0

const text = ({ value }: Field): string =>
  typeof value === 'number' ? String(value) : value.toString('utf8')

const message = ({ id, value }: Field): Buffer => {
  if (typeof value === 'number') throw new ProtobufError(`field ${id} is no message`)
  return value
}

/** CommApiData { apiType 1, openapiData 2 { pairs 1 }, appid 6 }. Throws ProtobufError. */
export function readRequest(data: Buffer): ApiRequest {
  const request: ApiRequest = { params: {}, media: {} }
  for (const field of readFields(data)) {
    if (field.id === 1 && field.value !== OPEN_API)
      throw new ProtobufError(`api type ${text(field)} is not answered`)
    if (field.id !== 2) continue
    for (const pair of readFields(message(field)))
      if (pair.id === 1) readPair(message(pair), request)
  }
  return request
}

/** KeyValuePair { key 1, value 2, contenttype 3, filename 4 }: JSON, or a file when it has a name. */
function readPair(data: Buffer, { params, media }: ApiRequest): void {
  let key = ''
  let value: Buffer = Buffer.alloc(0)
  let contentType = ''
  let filename: string | undefined
  for (const field of readFields(data)) {
    if (field.id === 1) key = text(field)
    else if (field.id === 2) value = message(field)
    else if (field.id === 3) contentType = text(field)
    else if (field.id === 4) filename = text(field)
  }
  if (filename !== undefined) media[key] = { contentType, filename, value }
  else
    try {
      params[key] = JSON.parse(value.toString('utf8'))
    } catch {
      throw new ProtobufError(`parameter ${key} is not JSON`)
    }
}

/** CommOpenApiResp { respData 1, contentType 2, httpCode 4 }. */
export function writeReply(contentType: string, data: Buffer): Buffer {
  return writeFields([
    { id: 1, value: data },
    { id: 2, value: contentType },
    { id: 4, value: 200 },
  ])
}

/** CommOpenApiResp { errorCode 3 }: the call never reached the API. */
export function writeSystemError(errorCode: number): Buffer {
  return writeFields([{ id: 3, value: errorCode }])
}
