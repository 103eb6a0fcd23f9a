/** What a thing is, for screen readers: each build reads another attribute, and a browser refuses WeChat's. */
export const role = (name: 'alert' | 'dialog' | 'img' | 'status' | 'tablist') =>
  process.env.TARO_ENV === 'weapp' ? { 'aria-role': name } : { role: name }
