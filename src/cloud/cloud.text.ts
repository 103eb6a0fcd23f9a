/** What a resident reads while the program tries again by itself. */
export const CLOUD_TEXT = {
  waiting: '人有点多，正在再试…',
  /** In the browser alone, in the place of WeChat's own question. */
  mayTell: {
    title: '可以用微信告诉您结果吗？',
    say: '同意一次，可以收到一条。不同意也能在“消息”里看到。',
    yes: '可以',
    no: '不用',
  },
}
