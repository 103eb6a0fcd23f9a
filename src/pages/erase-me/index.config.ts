export default definePageConfig({ navigationBarTitleText: '注销我的账号' })
