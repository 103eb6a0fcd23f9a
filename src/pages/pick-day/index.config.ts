export default definePageConfig({ navigationBarTitleText: '选哪一天' })
