export default definePageConfig({
  navigationBarTitleText: '本社区留痕',
  enablePullDownRefresh: true,
})
