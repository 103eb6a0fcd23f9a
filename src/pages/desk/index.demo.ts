type Answers = readonly unknown[]

interface Listed {
  items: { bookingId: string; residentId: string; name: string }[]
}

/** Somebody of today's list, as the calls of the desk name them. */
const visitOf =
  (name: string) =>
  ([list]: Answers) => {
    const visit = (list as Listed).items.find((one) => one.name === name)
    return { bookingId: visit?.bookingId ?? '', residentId: visit?.residentId ?? '' }
  }

/** A Monday at nine: two have come, others are on their way. */
export const demo = {
  params: { day: '2026-11-23' },
  before: [
    { op: 'booking.listDay', input: {} },
    { op: 'booking.checkInAtDesk', input: visitOf('黄玉梅') },
    { op: 'booking.checkInAtDesk', input: visitOf('王俊杰') },
  ],
  opened: {
    'a visit ahead': ['唐永福'],
    'one who came': ['黄玉梅'],
    'a result': ['黄玉梅', '写结果给本人看'],
    'moved to another time': ['唐永福', '改时间'],
    'before it is cancelled': ['唐永福', '取消预约'],
    'what is paid': ['王俊杰', '完成'],
  },
}
