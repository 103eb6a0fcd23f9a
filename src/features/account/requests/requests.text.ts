/** Words of the staff's list of those who wait to join or to act for somebody. */
export const REQUESTS_TEXT = {
  title: '待审核申请',
  list: (count: number) => `等您审核：${count}件`,
  more: '看后面的申请',
  back: '返回申请列表',
  choose: '请选一件申请',
  chooseSay: '选中以后，在这里核对并审核。',
  empty: '现在没有人等审核',
  emptySay: '有人申请加入社区，或者申请代办，会出现在这里。',

  kind: { join: '加入社区', help: '代办' },
  wants: {
    join: (name: string) => `${name}申请加入`,
    help: (name: string, forName: string) => `${name}申请替${forName}办事`,
  },
  facts: {
    name: '申请人',
    phone: '电话',
    forName: '替谁办事',
    place: { join: '住在', help: '老人住在' },
    relation: { join: '身份', help: '是老人的' },
    askedAt: '申请时间',
  },

  who: { join: '名单上是哪一位？', help: '要替名单上哪一位办事？' },
  sameRoom: '同一户',
  otherRoom: '不是这一户',
  asNew: { join: '名单上没有，登记为新居民', help: '名单上没有，新登记一位居民' },
  asNewSay: '先按姓名和房号查一查，免得重复登记。',
  sure: {
    join: '请先看过身份证，确认是本人。通过以后，名单上记着的都归这位居民看。',
    help: '请先打电话问过老人本人。通过以后，这位家人就能替老人办事。',
  },
  pickFirst: '请先选是名单上哪一位。',
  approve: '通过',
  approving: '正在通过…',
  refuse: '不通过',

  refuseTitle: '为什么不通过？',
  refuseSay: '申请人会看到您选的话。',
  reasons: {
    join: ['名单上没有这一户', '姓名和房号对不上', '请带身份证到社区服务站'],
    help: ['没有联系上老人本人', '老人本人不同意', '请带身份证到社区服务站'],
  },
  reasonTyped: '或者自己写',
  reasonHint: '例如：请补房号',
  reasonMissing: '请选一句，或者写一句。',
  refuseAct: '确定不通过',
  refusing: '正在提交…',
  stay: '再想想',

  done: {
    approved: (name: string) => `${name}的申请已经通过。`,
    refused: (name: string) => `${name}的申请没有通过，理由已经告诉对方。`,
  },
}
