export default definePageConfig({ navigationBarTitleText: '给人预约' })
