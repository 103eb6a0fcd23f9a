/** A service of the demo, in each of its parts. */
export const demo = {
  params: { serviceId: 'chunxiao-health-check', part: 'basics' },
  opened: {
    'its rules': ['预约规则'],
    'what to bring and what is asked': ['准备和提问'],
    'its week': ['每周时间'],
    'a week being written': ['每周时间', '加一条安排'],
    'before a week ends': ['每周时间', '停掉'],
    'closed days': ['停办'],
    'a day to be closed': ['停办', '临时停办'],
  },
}
