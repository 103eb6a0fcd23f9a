export default definePageConfig({
  navigationBarTitleText: '一周预约',
  enablePullDownRefresh: true,
})
