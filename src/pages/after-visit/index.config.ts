export default definePageConfig({
  navigationBarTitleText: '评价和结果',
  enablePullDownRefresh: true,
})
