export default definePageConfig({ navigationBarTitleText: '选几点' })
