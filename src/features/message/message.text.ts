/** What residents read in their inbox. */
export const MESSAGE_TEXT = {
  title: '消息',
  entrySay: '通知和办理结果',
  unread: (count: number) => (count >= 100 ? '99条以上未读' : `${count}条未读`),
  unreadMark: '未读',
  markAll: '全部标为已读',
  marking: '正在标记…',
  empty: '还没有消息',
  emptySay: '预约、申请有了结果，会在这里告诉您。',
  home: '回首页',
  cancelled: {
    movedOut: '因为已登记搬离',
    death: '因为登记有变动',
    merged: '因为和另一次预约重复',
  },
  visitCancelled: (whose: string, service: string, when: string, why: string) =>
    `${whose}${when}的${service}取消了，${why}。`,
  yours: '您',
  joined: (place: string) => `社区同意了，您已加入${place}。`,
  joinRefused: (place: string) => `加入${place}的申请没有通过。原因请看首页。`,
  helps: (name: string) => `您可以替${name}办事了。`,
  helpRefused: (name: string) => `替${name}办事的申请没有通过。`,
  helperBegan: (name: string) => `${name}可以替您办事了。不对的话，请到“我的”里结束。`,
  helpEndedForHelper: (name: string) => `您不再替${name}办事。`,
  helpEndedForPerson: (name: string) => `${name}不再替您办事。`,
  roleGiven: (place: string, role: string) => `您现在是${place}的${role}。`,
  roleEnded: (place: string, role: string) => `您不再是${place}的${role}。`,
  announced: (title: string, must?: 'read' | 'confirm' | 'choose') =>
    `公告：${title}。` +
    (must === undefined
      ? ''
      : { read: '请您看一看。', confirm: '请您看后点“我知道了”。', choose: '请您看后选一项。' }[
          must
        ]),
  questionAnswered: {
    answered: (title: string) => `您在“${title}”下的提问有回复了。`,
    refused: (title: string) => `您在“${title}”下的提问没有通过审核。`,
  },
  officeAnswered: '社区回复了您的提问。',
  questionAsked: (title: string) => `有居民在“${title}”下提问。`,
  officeAsked: '有居民向社区提问。',
  lookFirst: '请先审核。',
  officeDue: (when: string) => `有居民的提问要在${when}前回复。`,
  callsDue: (title: string, left: number) => `“${title}”还有${left}人没看到，请打电话或上门告诉。`,
  role: {
    volunteer: '志愿者',
    provider: '服务人员',
    propertyManager: '物业管理员',
    repairWorker: '维修师傅',
    ownersCommittee: '业委会成员',
    assemblyRepresentative: '居民代表',
    socialWorker: '社工',
    staff: '社区工作者',
    streetOfficer: '街道工作人员',
    districtOfficer: '区工作人员',
    administrator: '管理员',
  },
} as const
