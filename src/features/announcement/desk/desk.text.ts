import type { AnnouncementState } from '../../../../types/contract/announcement-desk'

/** Words that the desk's screens of announcements share. */
export const DESK_TEXT = {
  title: '公告',
  region: '哪个地方',
  state: {
    draft: '草稿',
    scheduled: '定时',
    published: '已发布',
    expired: '已过期',
    withdrawn: '已撤回',
  } satisfies Record<AnnouncementState, string>,
  must: {
    read: '要看',
    confirm: '要点“我知道了”',
    choose: '要选一项',
  },

  entries: {
    announcements: '公告',
    announcementsSay: '写公告，看谁看了',
    calls: '打电话名单',
    callsSay: '给没看到公告的人打电话',
    questions: '公告下的提问',
    questionsSay: '审核、回复居民的提问',
  },
}
