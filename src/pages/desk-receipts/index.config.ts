export default definePageConfig({
  navigationBarTitleText: '谁看了',
  enablePullDownRefresh: true,
})
