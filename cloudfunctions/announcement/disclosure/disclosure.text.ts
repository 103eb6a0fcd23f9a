/** Words of the table that a finance disclosure is taken away as. */
export const DISCLOSURE_TEXT = {
  sheet: '收支',
  formerSheet: (n: number): string => `第${n}次更正前`,
  period: '时间',
  income: '收入',
  spending: '支出',
  unit: '金额（元）',
  sum: '合计',
  left: '结余',
  until: '更正日期',
  because: '更正原因',
}
