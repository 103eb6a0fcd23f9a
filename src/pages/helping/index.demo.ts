const home = (building: number, unit: number, room: string) => ({
  communityId: 'chunxiao',
  building: `${building}号楼`,
  unit: `${unit}单元`,
  room,
})
const MOTHER = { name: '王秀兰', room: home(3, 2, '503') }
const FATHER = { name: '李长顺', room: home(3, 2, '503') }
const SON = { name: '李建国', room: home(8, 1, '1103') }

type Answers = readonly unknown[]

/** Agrees to the policy in force, which the first call tells. */
const asks =
  <Asked extends object>(asked: Asked) =>
  ([me]: Answers) => ({
    scope: 'everything' as const,
    ...asked,
    policyVersion: (me as { privacy: { current: string } }).privacy.current,
  })

/** What one person reads off the other's screen. */
const readOut = (answer: unknown) => {
  const { requestId, code } = answer as { requestId: string; code: string }
  return { requestId, code }
}

/** Somebody in each of the four lists: let in by digits on either side, and waiting on either side. */
export const demo = {
  person: 'demo-child',
  before: [
    { op: 'account.me', input: {} },
    { op: 'account.addDependent', input: asks({ ...MOTHER, relation: 'son' }) },
    {
      op: 'account.confirmHelper',
      person: 'demo-elder',
      input: ([, request]: Answers) => readOut(request),
    },
    {
      op: 'account.addDependent',
      input: asks({ ...FATHER, relation: 'son', scope: 'booking' as const }),
    },
    {
      op: 'account.addDependent',
      person: 'demo-resident',
      input: asks({ ...SON, relation: 'neighbour' }),
    },
    { op: 'account.confirmHelper', input: ([, , , , request]: Answers) => readOut(request) },
    {
      op: 'account.addDependent',
      person: 'demo-volunteer',
      input: asks({ ...SON, relation: 'other' }),
    },
  ],
  opened: {
    'asking before it ends': ['马上结束'],
    // The last: from here on this phone acts for her.
    'home, acting for somebody': ['替 王秀兰 办事'],
  },
}
