export default definePageConfig({
  navigationBarTitleText: '是哪些人',
  enablePullDownRefresh: true,
})
