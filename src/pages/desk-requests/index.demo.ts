type Answers = readonly unknown[]

const HOME = { communityId: 'chunxiao', building: '3', unit: '2', room: '503' }

const policyOf = (me: unknown) => (me as { privacy: { current: string } }).privacy.current

/** One who says they are on the roster, one who is not, and a son who wants to act for his mother. */
export const demo = {
  before: [
    { op: 'account.me', input: {} },
    {
      op: 'account.joinHousehold',
      person: 'demo-newcomer',
      input: ([me]: Answers) => ({
        room: { ...HOME, building: '6', room: '201' },
        name: '钱多多',
        relation: 'tenant',
        phone: '024-5550-0177',
        policyVersion: policyOf(me),
      }),
    },
    {
      op: 'account.addDependent',
      person: 'demo-resident',
      input: ([me]: Answers) => ({
        room: HOME,
        name: '王秀兰',
        relation: 'neighbour',
        scope: 'booking',
        policyVersion: policyOf(me),
      }),
    },
  ],
  opened: {
    'one who wants to join': ['钱多多申请加入'],
    'a refusal': ['钱多多申请加入', '不通过'],
    'one who wants to act for another': ['张伟申请替王秀兰办事'],
  },
}
