export default definePageConfig({
  navigationBarTitleText: '社区和楼栋',
  enablePullDownRefresh: true,
})
