export default definePageConfig({
  navigationBarTitleText: '没看到公告的人',
  enablePullDownRefresh: true,
})
