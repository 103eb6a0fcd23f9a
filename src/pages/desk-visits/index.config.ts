export default definePageConfig({
  navigationBarTitleText: '今天的上门服务',
  enablePullDownRefresh: true,
})
