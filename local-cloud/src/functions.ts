import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface TimerTrigger {
  name: string
  /** Seven fields: second minute hour day month weekday year, in China's time. */
  config: string
}

export interface FunctionDefinition {
  name: string
  directory: string
  timeoutMs: number
  memoryMb: number
  triggers: TimerTrigger[]
}

/** The functions can't be loaded; the message is one sentence for a person. */
export class FunctionsError extends Error {}

const DEFAULT_TIMEOUT_S = 3
const DEFAULT_MEMORY_MB = 256

interface Config {
  timeout?: unknown
  memorySize?: unknown
  triggers?: unknown
}

function readConfig(file: string): Config {
  if (!existsSync(file)) return {}
  try {
    const config: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof config === 'object' && config !== null) return config
  } catch (error) {
    throw new FunctionsError(`${file} is not valid JSON: ${(error as Error).message}.`)
  }
  throw new FunctionsError(`${file} must hold a JSON object.`)
}

function readTriggers(file: string, triggers: unknown): TimerTrigger[] {
  if (triggers === undefined) return []
  if (!Array.isArray(triggers)) throw new FunctionsError(`${file}: triggers must be an array.`)
  return triggers.flatMap((trigger: unknown) => {
    const { name, type, config } = (trigger ?? {}) as Record<string, unknown>
    if (type !== 'timer') return []
    if (typeof name !== 'string' || typeof config !== 'string')
      throw new FunctionsError(`${file}: a timer trigger needs a name and a config.`)
    return [{ name, config }]
  })
}

const positive = (value: unknown, fallback: number): number =>
  typeof value === 'number' && value > 0 ? value : fallback

/** Reads DIR/<name>/index.js and config.json, as WeChat lays a project out. Throws FunctionsError. */
export function loadFunctions(directory: string): Map<string, FunctionDefinition> {
  const root = resolve(directory)
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new FunctionsError(`The functions directory ${root} does not exist.`)
  const functions = new Map<string, FunctionDefinition>()
  for (const name of readdirSync(root).sort()) {
    const own = join(root, name)
    if (!existsSync(join(own, 'index.js'))) continue
    const file = join(own, 'config.json')
    const config = readConfig(file)
    functions.set(name, {
      name,
      directory: own,
      timeoutMs: positive(config.timeout, DEFAULT_TIMEOUT_S) * 1000,
      memoryMb: positive(config.memorySize, DEFAULT_MEMORY_MB),
      triggers: readTriggers(file, config.triggers),
    })
  }
  return functions
}
