/** What a resident reads while the program tries again by itself. */
export const CLOUD_TEXT = {
  waiting: '人有点多，正在再试…',
}
