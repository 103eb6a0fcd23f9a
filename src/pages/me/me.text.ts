export const ME_TEXT = { title: '我的' }
