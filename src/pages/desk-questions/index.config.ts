export default definePageConfig({
  navigationBarTitleText: '公告下的提问',
  enablePullDownRefresh: true,
})
