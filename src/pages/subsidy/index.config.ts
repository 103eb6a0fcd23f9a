export default definePageConfig({ navigationBarTitleText: '政府补贴', enablePullDownRefresh: true })
