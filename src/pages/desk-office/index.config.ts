export default definePageConfig({
  navigationBarTitleText: '居民问社区',
  enablePullDownRefresh: true,
})
