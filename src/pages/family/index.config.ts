export default definePageConfig({ navigationBarTitleText: '家人电话' })
