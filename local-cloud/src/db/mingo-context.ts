import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { Context, ProcessingMode } from 'mingo/core'
import type { Options } from 'mingo/types'
import { expressionOverrides } from './mingo-expressions'
import { accumulatorOverrides, stageOverrides } from './mingo-stages'

let options: Partial<Options> | undefined

/**
 * mingo's operators with those replaced where mingo is not MongoDB. Made once, and late: the
 * overrides and the matcher they use need each other.
 */
export function mingoOptions(): Options {
  options ??= {
    context: Context.init({
      accumulator: { ...accumulator, ...accumulatorOverrides },
      expression: { ...expression, ...expressionOverrides },
      pipeline: { ...pipeline, ...stageOverrides },
      projection,
      query,
      window,
    }),
    processingMode: ProcessingMode.CLONE_ALL,
    idKey: '_id',
    useStrictMode: true,
    scriptEnabled: false,
    failOnError: true,
  }
  return options as Options
}

/**
 * Options to evaluate an expression on another document: mingo's own remember the document (or the
 * whole group) at hand and would answer from it.
 */
export function freshOptions(current: Options): Options {
  const { local } = current as Options & { local?: { variables?: object } }
  return { ...mingoOptions(), variables: { ...current.variables, ...local?.variables } }
}
