/** Words of an announcement as its readers will see it. */
export const LOOK_TEXT = {
  label: '居民看到的样子',
  noTitle: '（还没有标题）',
  when: '时间',
  place: '地点',
  file: (name: string) => `附件：${name}`,
  know: '我知道了',
  money: {
    name: '项目',
    sum: '金额',
    income: '收入',
    spending: '支出',
    all: (kind: string) => `${kind}合计`,
  },
}
