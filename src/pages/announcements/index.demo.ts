export const demo = { opened: { search: ['找公告'] } }
