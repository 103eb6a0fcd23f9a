type Role =
  | 'alert'
  | 'cell'
  | 'columnheader'
  | 'dialog'
  | 'heading'
  | 'img'
  | 'list'
  | 'listitem'
  | 'row'
  | 'status'
  | 'table'
  | 'tablist'

/** What a thing is, for screen readers: each build reads another attribute, and a browser refuses WeChat's. */
export const role = (name: Role) =>
  process.env.TARO_ENV === 'weapp' ? { 'aria-role': name } : { role: name }
