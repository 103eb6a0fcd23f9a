import type { Doc, Value } from '../values'
import type { Scope } from './scope'

/** Finds documents of another collection; an unknown collection has none. */
export type Resolver = (collection: string, query: Doc) => Doc[]

/** What a pipeline runs with. */
export interface StageContext {
  find: Resolver
  now: number
  /** The variables a `$lookup` binds for its pipeline. */
  vars: Readonly<Record<string, Value>>
  /** Compiles a pipeline within a stage: `$lookup`'s, `$facet`'s. */
  compile: (stages: Doc[], context: StageContext) => Stage
}

export type Stage = (docs: Doc[]) => Doc[]

/** Compiles one stage's argument. Throws QueryRefused where MongoDB refuses it. */
export type StageCompiler = (argument: Value, context: StageContext) => Stage

export const scopeOf = (root: Doc, { vars, now }: StageContext): Scope => ({ root, vars, now })
