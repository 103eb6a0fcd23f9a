import { expect, test } from 'vitest'
import { daysSaid } from './days.format'

test.each([
  [[1, 2, 3, 4, 5], '周一到周五'],
  [[0, 1, 2, 3, 4, 5, 6], '每天'],
  [[3, 1], '周一、周三'],
  [[0, 6], '周六、周日'],
  [[0, 6, 5, 1], '周一、周五到周日'],
  [[1, 2, 3, 6], '周一到周三、周六'],
  [[0, 1], '周一、周日'],
  [[4], '周四'],
  [[], ''],
])('%j is said %s', (weekdays, said) => {
  expect(daysSaid(weekdays)).toBe(said)
})
