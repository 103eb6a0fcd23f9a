import { parseArgs } from 'node:util'
import { exportFiles, importFiles, TransferError } from './files'
import { isImportMode } from './transfer'

export const TRANSFER_USAGE = `       wx-local-cloud export --data DIR --out DIR [--collection NAME]
       wx-local-cloud import --data DIR --from DIR|FILE [--collection NAME] [--mode insert|upsert]`

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new TransferError(`--${name} is missing.\n${TRANSFER_USAGE}`)
  return value
}

function orUsage<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse()
  } catch (error) {
    throw new TransferError(`${(error as Error).message}\n${TRANSFER_USAGE}`)
  }
}

/** Runs `export` or `import` with its arguments. Throws DataError or TransferError. */
export function runTransfer(
  command: 'export' | 'import',
  args: string[],
  tell: (line: string) => void,
): void {
  const text = { type: 'string' } as const
  if (command === 'export') {
    const options = { data: text, out: text, collection: text }
    const { values } = orUsage(() => parseArgs({ args, options }))
    const { data, out, collection } = values
    return exportFiles(
      { data: required(data, 'data'), out: required(out, 'out'), collection },
      tell,
    )
  }
  const options = { data: text, from: text, collection: text, mode: text }
  const {
    data,
    from,
    collection,
    mode = 'insert',
  } = orUsage(() => parseArgs({ args, options })).values
  if (!isImportMode(mode))
    throw new TransferError(`--mode must be insert or upsert, not "${mode}".`)
  importFiles(
    { data: required(data, 'data'), from: required(from, 'from'), collection, mode },
    tell,
  )
}
