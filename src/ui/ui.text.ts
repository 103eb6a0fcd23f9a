export const UI_TEXT = {
  back: '返回',
  loading: '正在打开',
  retry: '再试一次',
  more: '看更多',
  moreBusy: '正在打开…',
  laterDays: '看后面的日期',
  refreshFailed: '没有刷新成功，下面可能不是最新的。',
  offlineTitle: '现在连不上',
  errorTitle: '没有打开',
  requestId: (id: string) => `编号 ${id}`,
}
