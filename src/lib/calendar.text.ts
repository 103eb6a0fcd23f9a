/** Why the phone's calendar is asked for. */
export const CALENDAR_TEXT = {
  reason: {
    title: '加到手机日历',
    say: '把这次预约写进手机日历，到时手机会提醒您。不加也能照常去。',
  },
}
