/** Words of the list of what was written. */
export const ANNOUNCEMENTS_TEXT = {
  title: '公告',
  write: '写公告',
  state: '看哪些',
  all: '全部',
  untitled: '（还没有标题）',
  none: '还没有公告',
  noneOf: (state: string) => `没有${state}的公告`,
  noneSay: '点“写公告”，一步一步写，写到一半也会留着。',
  more: '看以前的',
  changed: (when: string, author: string) => `${when} ${author}改过`,
  scheduled: (when: string) => `${when} 自动发布`,
  published: (when: string, author: string) => `${when} 发布，${author}`,
}
