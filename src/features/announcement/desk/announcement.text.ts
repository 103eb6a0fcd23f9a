/** Words of the screen of one announcement. */
export const ANNOUNCEMENT_TEXT = {
  title: '公告',
}
