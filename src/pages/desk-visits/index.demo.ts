export const demo = {
  person: 'demo-provider',
  opened: {
    'a visit': ['13:00–17:00 许浩然'],
    'by digits': ['13:00–17:00 许浩然', '六位数字'],
    'by nothing': ['13:00–17:00 许浩然', '都没有'],
  },
}
