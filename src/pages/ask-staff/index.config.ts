export default definePageConfig({ navigationBarTitleText: '问社区', enablePullDownRefresh: true })
