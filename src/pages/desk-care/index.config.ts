export default definePageConfig({
  navigationBarTitleText: '补贴服务结算',
  enablePullDownRefresh: true,
})
