/** Words of an announcement as its readers will see it. */
export const LOOK_TEXT = {
  label: '居民看到的样子',
  noTitle: '（还没有标题）',
  file: (name: string) => `附件：${name}`,
  know: '我知道了',
}
