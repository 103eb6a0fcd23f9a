export default definePageConfig({
  navigationBarTitleText: '电话与地址',
  enablePullDownRefresh: true,
})
