/** Words of the staff's desk: the bookings of a day. */
export const DESK_TEXT = {
  title: '今日预约',
  entry: '今日预约',
  entrySay: '看今天和后几天谁来办什么',

  day: '哪一天',
  date: (date: number) => `${date}日`,
  service: '哪项服务',
  all: '全部服务',

  heading: (day: string, count: number) => `${day}，${count}人次`,
  table: '预约名单',
  columns: {
    time: '时间',
    name: '姓名',
    service: '服务',
    place: '地点',
    note: '备注',
  },

  empty: '这一天没有预约',
  emptySay: '可以看看别的日子。',
  today: '回到今天',
  more: '看后面的预约',
}
