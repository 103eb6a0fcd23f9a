import { createRequire } from 'node:module'

// The real SDK in this process, as a tool outside the cloud would use it.
const cloud = createRequire(import.meta.url)('wx-server-sdk')

/** A database of the real SDK, pointed at a local cloud by environment variables alone. */
export function sdkDatabase(url: string): any {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'anyone',
    TENCENTCLOUD_SECRETKEY: 'anything',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  })
  cloud.init({ env: 'local' })
  return cloud.database()
}
