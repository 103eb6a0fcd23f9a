export default definePageConfig({
  navigationBarTitleText: '财务和居务公开',
  enablePullDownRefresh: true,
})
