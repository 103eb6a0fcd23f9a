/** What the one environment of this cloud is called. */
export const ENV_ID = 'local'
export const APPID = 'wx0000000000000000'
/** The mini-program's own account, to whom WeChat addresses its pushes. */
export const ACCOUNT_ID = 'gh_000000000000'
export const BUCKET = '6c6f-local-1300000000'
