#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  startLocalCloud,
  DataError,
  FunctionsError,
  ListenError,
  type CollectionsOption,
  type LocalCloudOptions,
} from './index'
import { runTransfer, TRANSFER_USAGE } from './transfer/command'
import { TransferError } from './transfer/files'

const USAGE =
  'usage: wx-local-cloud --functions DIR [--port P] [--data DIR|:memory:] [--latency MS] [--timers auto|manual] [--now ISO] [--static DIR] [--collections FILE.json] [--settings FILE.json] [--push-function NAME] [--profile wechat-basic] [--conflicts write|commit] [--watch]' +
  '\n' +
  TRANSFER_USAGE

/** What is wrong with the command line; one sentence. */
class UsageError extends Error {}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value > max)
    throw new UsageError(`--${name} must be a whole number from 0 to ${max}, not "${text}".`)
  return value
}

function readCollections(file: string): CollectionsOption {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CollectionsOption
  } catch (error) {
    throw new UsageError(`The collections file ${file} can't be read: ${(error as Error).message}.`)
  }
}

const SETTINGS = [
  'storageRule',
  'maxFileBytes',
  'messageTemplates',
  'pages',
  'contentRules',
] as const
type Settings = Pick<LocalCloudOptions, (typeof SETTINGS)[number]>

function readSettings(file: string): Settings {
  let settings: unknown
  try {
    settings = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`The settings file ${file} can't be read: ${(error as Error).message}.`)
  }
  if (typeof settings !== 'object' || settings === null)
    throw new UsageError(`The settings file ${file} must hold a JSON object.`)
  for (const name of Object.keys(settings))
    if (!SETTINGS.some((known) => known === name))
      throw new UsageError(`The settings file ${file} has an unknown setting "${name}".`)
  return settings
}

function parse() {
  try {
    return parseArgs({
      options: {
        functions: { type: 'string' },
        port: { type: 'string', default: '0' },
        data: { type: 'string', default: ':memory:' },
        latency: { type: 'string', default: '0' },
        timers: { type: 'string', default: 'auto' },
        now: { type: 'string' },
        static: { type: 'string' },
        collections: { type: 'string' },
        settings: { type: 'string' },
        'push-function': { type: 'string' },
        profile: { type: 'string' },
        conflicts: { type: 'string', default: 'write' },
        watch: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`)
  }
}

async function main(): Promise<void> {
  const [command, ...rest] = process.argv.slice(2)
  if (command === 'export' || command === 'import')
    return runTransfer(command, rest, (line) => process.stdout.write(`${line}\n`))
  const args = parse()
  if (args.help) return void process.stdout.write(`${USAGE}\n`)
  if (args.functions === undefined) throw new UsageError(`--functions is missing.\n${USAGE}`)
  if (args.timers !== 'auto' && args.timers !== 'manual')
    throw new UsageError(`--timers must be auto or manual, not "${args.timers}".`)
  const now = args.now === undefined ? undefined : Date.parse(args.now)
  if (Number.isNaN(now)) throw new UsageError(`--now must be an ISO time, not "${args.now ?? ''}".`)
  if (args.profile !== undefined && args.profile !== 'wechat-basic')
    throw new UsageError(`--profile must be wechat-basic, not "${args.profile}".`)
  if (args.conflicts !== 'write' && args.conflicts !== 'commit')
    throw new UsageError(`--conflicts must be write or commit, not "${args.conflicts}".`)
  const cloud = await startLocalCloud({
    functionsDir: args.functions,
    port: wholeNumber('port', args.port, 65535),
    data: args.data,
    latencyMs: wholeNumber('latency', args.latency, 60_000),
    timers: args.timers,
    now,
    staticDir: args.static,
    collections: args.collections === undefined ? undefined : readCollections(args.collections),
    ...(args.settings === undefined ? {} : readSettings(args.settings)),
    pushFunction: args['push-function'],
    profile: args.profile,
    transactionConflicts: args.conflicts,
    watch: args.watch,
    log: (line) => process.stderr.write(`${line}\n`),
  })
  const stop = (): void => {
    void cloud.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.stdout.write(`ready ${cloud.url}\n`)
}

main().catch((error: unknown) => {
  const expected = [UsageError, DataError, FunctionsError, ListenError, TransferError].some(
    (kind) => error instanceof kind,
  )
  const { message, stack } = error as Error
  process.stderr.write(`${expected ? message : (stack ?? message)}\n`)
  process.exit(1)
})
