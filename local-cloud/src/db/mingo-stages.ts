import { $group as mingoGroup } from 'mingo/operators/pipeline'
import { evalExpr } from 'mingo/core'
import type { Iterator } from 'mingo/lazy'
import { Lazy } from 'mingo/lazy'
import type { Options } from 'mingo/types'
import { QueryRefused } from './errors'
import { evaluate } from './expression'
import { compileQuery } from './match'
import { freshOptions } from './mingo-context'
import { lookup } from './mingo-lookup'
import { sortDocs, type Direction } from './sort'
import { numberOf, type Doc, type Value } from './values'

type Stage = (docs: Iterator, argument: never, options: Options) => Iterator

const match = (docs: Iterator, query: Doc, options: Options): Iterator => {
  const matches = compileQuery(query, (doc, expression) =>
    evaluate(doc, expression, freshOptions(options)),
  )
  return docs.filter((doc: unknown) => matches(doc as Doc))
}

const sort = (docs: Iterator, by: Doc): Iterator => {
  const order = Object.keys(by).map(
    (field) => [field, (numberOf(by[field]) ?? 1) < 0 ? -1 : 1] as [string, Direction],
  )
  return docs.transform((all: unknown) => Lazy(sortDocs(all as Doc[], order, (doc) => doc)))
}

const count = (docs: Iterator, name: string): Iterator => {
  if (typeof name !== 'string' || name === '' || name.startsWith('$') || name.includes('.'))
    throw new QueryRefused('the count field must be a non-empty string')
  return docs.transform((all: unknown) => {
    const { length } = all as unknown[]
    return Lazy(length === 0 ? [] : [{ [name]: length }])
  })
}

const sample = (docs: Iterator, { size }: { size: Value }): Iterator =>
  docs.transform((all: unknown) => {
    const pool = [...(all as Doc[])]
    const wanted = Math.min(numberOf(size) ?? 0, pool.length)
    for (let i = 0; i < wanted; i++) {
      const other = i + Math.floor(Math.random() * (pool.length - i))
      ;[pool[i], pool[other]] = [pool[other]!, pool[i]!]
    }
    return Lazy(pool.slice(0, wanted))
  })

/** MongoDB puts `_id` first, where mingo puts it last, and groups what is missing under null. */
const group = (docs: Iterator, argument: Doc, options: Options): Iterator => {
  const by = argument._id
  const keyed = typeof by === 'string' ? { ...argument, _id: { $ifNull: [by, null] } } : argument
  return mingoGroup(docs, keyed as never, options).map((doc: unknown) => {
    const { _id = null, ...rest } = doc as Doc
    return { _id, ...rest }
  })
}

export const stageOverrides: Record<string, Stage> = {
  $match: match,
  $sort: sort,
  $count: count,
  $sample: sample,
  $group: group,
  $lookup: lookup,
}

const push = (docs: unknown[], expression: unknown, options: Options): unknown[] => {
  const fresh = freshOptions(options)
  return docs.map((doc) => evalExpr(doc, expression, fresh)).filter((value) => value !== undefined)
}

export const accumulatorOverrides = { $push: push }
