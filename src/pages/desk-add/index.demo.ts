export const demo = {
  params: {
    serviceId: 'chunxiao-escort',
    slotId: 'chunxiao-escort_home_1796081400000',
    place: '',
  },
}
