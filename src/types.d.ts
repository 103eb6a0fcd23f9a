/// <reference types="@tarojs/taro" />

declare module '*.css'

/** What a build knows about where it runs; each is replaced by its value at build time (config/index.ts). */
declare const process: {
  env: {
    NODE_ENV: 'development' | 'production'
    TARO_ENV: 'h5' | 'weapp'
    /** `local`: the mini-program talks to the local cloud instead of WeChat's. */
    TARO_APP_CLOUD: '' | 'local'
    /** WeChat cloud environment id. */
    TARO_APP_CLOUD_ENV: string
    /** Where the local cloud listens. */
    TARO_APP_CLOUD_URL: string
    /** Who a weapp build against the local cloud runs as. */
    TARO_APP_OPENID: string
    /** `1`: the deployment has WeChat's plugin 同声传译, which reads aloud and listens. */
    TARO_APP_WECHAT_SI: '' | '1'
  }
}

/** The person bar's root; the package brings no types and H5 needs only this. */
declare module 'react-dom/client' {
  export function createRoot(container: Element): {
    render(children: unknown): void
  }
}
