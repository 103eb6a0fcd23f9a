import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cloud from 'wx-server-sdk'
import { startLocalCloud } from 'wx-local-cloud'
import { pointSdkAt } from '../support/database'
import { conforms } from './suite'

conforms({
  name: 'the local cloud',
  open: async () => {
    const functionsDir = mkdtempSync(join(tmpdir(), 'conformance-'))
    const local = await startLocalCloud({
      functionsDir,
      port: 0,
      data: ':memory:',
      timers: 'manual',
    })
    pointSdkAt(local.url)
    return {
      db: cloud.database(),
      close: async () => {
        await local.close()
        rmSync(functionsDir, { recursive: true })
      },
    }
  },
})
