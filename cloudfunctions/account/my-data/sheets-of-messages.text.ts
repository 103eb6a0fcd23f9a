import type { SheetPlan } from './sheet-plan'

/** What a person was told, has read and has asked. */
export const SHEETS_OF_MESSAGES: readonly SheetPlan[] = [
  {
    title: '微信提醒',
    from: 'pushes',
    by: 'account',
    columns: [
      ['时间', 'at', 'time'],
      ['状态', 'state'],
    ],
  },
  {
    title: '发给家人的提醒',
    from: 'pushes',
    by: 'resident',
    columns: [
      ['时间', 'at', 'time'],
      ['状态', 'state'],
    ],
  },
  {
    title: '微信提醒次数',
    from: 'credits',
    by: 'account',
    columns: [
      ['公告', 'left.announcement'],
      ['回复', 'left.reply'],
      ['预约', 'left.booking'],
      ['结果', 'left.result'],
      ['工作', 'left.work'],
    ],
  },
  {
    title: '问社区',
    from: 'officeQuestions',
    by: 'resident',
    columns: [
      ['时间', 'askedAt', 'time'],
      ['问题', 'text'],
      ['回复', 'answer.text'],
      ['回复时间', 'answer.at', 'time'],
    ],
  },
  {
    title: '替家人问社区',
    from: 'officeQuestions',
    by: 'account',
    columns: [
      ['时间', 'askedAt', 'time'],
      ['问题', 'text'],
    ],
  },
  {
    title: '社区来电',
    from: 'calls',
    by: 'resident',
    columns: [
      ['时间', 'call.at', 'time'],
      ['备注', 'call.note'],
    ],
  },
  {
    title: '看过的公告',
    from: 'readings',
    by: 'resident',
    lists: ['did'],
    columns: [
      ['打开', 'openedAt', 'time'],
      ['确认', 'confirmedAt', 'time'],
      ['选择', 'choice'],
    ],
  },
  {
    title: '工作时看过的公告',
    from: 'readings',
    by: 'account',
    lists: ['did'],
    columns: [
      ['打开', 'openedAt', 'time'],
      ['确认', 'confirmedAt', 'time'],
    ],
  },
  { title: '公告名单', from: 'receipts', by: 'resident', columns: [['公告', 'announcementId']] },
  {
    title: '公告下的提问',
    from: 'questions',
    by: 'resident',
    columns: [
      ['公告', 'title'],
      ['时间', 'askedAt', 'time'],
      ['问题', 'text'],
      ['回复', 'answer.text'],
    ],
  },
  {
    title: '替家人在公告下的提问',
    from: 'questions',
    by: 'account',
    columns: [
      ['公告', 'title'],
      ['时间', 'askedAt', 'time'],
      ['问题', 'text'],
    ],
  },
]
