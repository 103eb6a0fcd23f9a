import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../clock'
import { FileStore } from './file-store'
import { Storage, type StorageRule } from './storage'

/** Nobody reads, and who uploaded writes: stricter than WeChat's default, which everybody may read. */
export const DEFAULT_RULE: StorageRule = { read: false, write: 'uploader' }
const DEFAULT_MAX_FILE_BYTES = 50 * 1024 * 1024

export interface OpenStorageOptions {
  /** The data directory, or ':memory:': then files stand in a temporary folder that `close` removes. */
  data: string
  rule: StorageRule | undefined
  maxFileBytes: number | undefined
}

export function openStorage(
  { data, rule, maxFileBytes }: OpenStorageOptions,
  clock: Clock,
): { storage: Storage; close: () => void } {
  const temporary = data === ':memory:'
  const directory = temporary ? mkdtempSync(join(tmpdir(), 'wx-local-cloud-')) : join(data, 'files')
  const store = new FileStore(directory)
  const storage = new Storage(
    store,
    rule ?? DEFAULT_RULE,
    maxFileBytes ?? DEFAULT_MAX_FILE_BYTES,
    clock,
  )
  const close = (): void => {
    if (temporary) rmSync(directory, { recursive: true, force: true })
  }
  return { storage, close }
}
