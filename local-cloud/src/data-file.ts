import { readFileSync } from 'node:fs'
import { DataError } from './db/store'

/** The JSON object in a file of the data directory. Throws DataError: what is damaged is never emptied. */
export function readJson(file: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value === 'object' && value !== null) return value
    throw new Error('no object')
  } catch (error) {
    throw new DataError(
      `The file ${file} is damaged (${(error as Error).message}); move it away to begin again.`,
    )
  }
}
