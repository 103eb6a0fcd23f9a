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
  /** Environment variables that config.json sets. */
  env: Record<string, string>
  /** Names of the open APIs that the function may call: `permissions.openapi`. */
  openapi: string[]
  /** Events of WeChat's pushes that come to this function. */
  messagePush: string[]
}

/** The functions can't be loaded; the message is one sentence for a person. */
export class FunctionsError extends Error {}

const DEFAULT_TIMEOUT_S = 3
const DEFAULT_MEMORY_MB = 256

interface Config {
  timeout?: unknown
  memorySize?: unknown
  triggers?: unknown
  envVariables?: unknown
  permissions?: unknown
  messagePush?: unknown
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

/** Names that the cloud itself sets, for the SDK to work and for nobody to pretend. */
const RESERVED = /^(TCB_|WX_|TENCENTCLOUD_|SCF_|TRIGGER_SRC$)/

function readEnv(file: string, variables: unknown): Record<string, string> {
  if (variables === undefined) return {}
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables))
    throw new FunctionsError(`${file}: envVariables must be an object.`)
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(variables)) {
    if (typeof value !== 'string')
      throw new FunctionsError(`${file}: the environment variable ${name} must be a string.`)
    if (RESERVED.test(name))
      throw new FunctionsError(`${file}: the environment variable ${name} belongs to the cloud.`)
    env[name] = value
  }
  return env
}

function readNames(file: string, key: string, names: unknown): string[] {
  if (names === undefined) return []
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
    throw new FunctionsError(`${file}: ${key} must be an array of names.`)
  return names
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
      env: readEnv(file, config.envVariables),
      openapi: readNames(
        file,
        'permissions.openapi',
        (config.permissions as { openapi?: unknown } | undefined)?.openapi,
      ),
      messagePush: readNames(file, 'messagePush', config.messagePush),
    })
  }
  checkPushes(functions)
  return functions
}

/** As in the real cloud, one event goes to one function. */
function checkPushes(functions: Map<string, FunctionDefinition>): void {
  const taken = new Map<string, string>()
  for (const { name, messagePush } of functions.values())
    for (const event of messagePush) {
      const other = taken.get(event)
      if (other !== undefined)
        throw new FunctionsError(`The push ${event} is configured for both ${other} and ${name}.`)
      taken.set(event, name)
    }
}
