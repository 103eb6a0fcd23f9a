import cloud from 'wx-server-sdk'
import { conforms } from './suite'

const { CONFORMANCE_ENV: env, CONFORMANCE_SECRET_ID: id, CONFORMANCE_SECRET_KEY: key } = process.env

// Needs an environment whose data may be played with, and an API key of Tencent Cloud that reaches it.
conforms({
  name: 'a real environment (CONFORMANCE_ENV, CONFORMANCE_SECRET_ID, CONFORMANCE_SECRET_KEY)',
  skipped: !env || !id || !key,
  open: async () => {
    Object.assign(process.env, {
      TENCENTCLOUD_SECRETID: id,
      TENCENTCLOUD_SECRETKEY: key,
      TCB_ENV: env,
    })
    cloud.init({ env: env! })
    return { db: cloud.database(), close: async () => undefined }
  },
})
