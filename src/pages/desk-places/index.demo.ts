/** Of the administrator, from the whole down to a building. */
export const demo = {
  person: 'demo-admin',
  opened: {
    'a community': ['和平区', '南湖街道', '春晓社区'],
    'one to be added': ['和平区', '南湖街道', '添加社区'],
    'one to be changed': ['和平区', '南湖街道', '春晓社区', '改名字和服务站'],
  },
}
