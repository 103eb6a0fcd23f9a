import { decodeText, type DecodeOptions } from './ejson'
import { invalidParam } from './errors'
import type { Order } from './sort'
import { isDoc, numberOf, type Doc } from './values'

/** The body of a database action, as the SDK sends it. */
export type Params = Record<string, unknown>

/** A parameter that is Extended JSON text of one document; empty or absent is {}. */
export function docParam(params: Params, name: string, options?: DecodeOptions): Doc {
  const text = params[name]
  if (text === undefined || text === null || text === '') return {}
  return parseDoc(text, name, options)
}

export function parseDoc(text: unknown, name: string, options?: DecodeOptions): Doc {
  if (typeof text !== 'string') throw invalidParam(`${name} must be an Extended JSON string`)
  let value
  try {
    value = decodeText(text, options)
  } catch (error) {
    throw invalidParam(`${name} is not valid Extended JSON: ${(error as Error).message}`)
  }
  if (!isDoc(value)) throw invalidParam(`${name} must be an object`)
  return value
}

export function nameParam(params: Params): string {
  const name = params.collectionName
  if (typeof name !== 'string' || name === '') throw invalidParam('collectionName must be a string')
  return name
}

/** `{"at":{"$numberInt":"-1"}}` as [['at', -1]]. */
export function orderParam(params: Params): Order {
  const order = docParam(params, 'order')
  return Object.keys(order).map((field) => [field, (numberOf(order[field]) ?? 1) < 0 ? -1 : 1])
}

export function countParam(params: Params, name: string, fallback: number): number {
  const value = params[name]
  if (value === undefined || value === null) return fallback
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`${name} must be a non-negative integer`)
  return value
}
