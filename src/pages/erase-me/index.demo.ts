export const demo = {
  opened: { 'asked once more': ['我看清楚了', '注销我的账号'] },
}
