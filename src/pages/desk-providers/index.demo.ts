export const demo = {
  opened: {
    'a new one': ['新建机构'],
    'being changed': ['康宁居家养老服务中心，024-5550-0152，孙丽'],
  },
}
