export default definePageConfig({
  navigationBarTitleText: '身份与邀请',
  enablePullDownRefresh: true,
})
