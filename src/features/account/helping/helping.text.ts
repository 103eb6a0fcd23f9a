import type { HelperRelation, HelpScope } from '../../../../types/contract/people'

/** Words of acting for another (代办), from both sides. */
export const HELPING_TEXT = {
  title: '代办',
  entry: '代办',
  entrySay: '替家人办事，或让家人替我办',
  entryAsking: (count: number) => `有 ${count} 个人想替您办事，请看一看`,
  entryActing: '换一个人，或回到自己',
  act: (name: string) => `替 ${name} 办事`,

  relation: {
    son: '儿子',
    daughter: '女儿',
    spouse: '爱人',
    parent: '父母',
    grandchild: '孙辈',
    relative: '亲戚',
    neighbour: '邻居',
    other: '其他',
  } satisfies Record<HelperRelation, string>,
  scope: {
    everything: '什么事都能办',
    booking: '只能预约服务',
  } satisfies Record<HelpScope, string>,

  home: {
    title: '替家人办事',
    more: '管理',
    asking: (count: number) => (count === 1 ? '有人想替您办事' : `有 ${count} 个人想替您办事`),
    askingSay: '请看看是不是您认识的家人。不认识的，千万别同意。',
    look: '看看是谁',
    spokenAsking: '有人想替您办事，请看看是不是您认识的家人',
  },

  lost: {
    say: (name: string) =>
      `不能再替 ${name} 办事了：本人或社区已经结束了代办。现在看到的、办的，都是您自己的事。`,
    seen: '知道了',
    open: '看看代办',
  },

  asking: {
    title: '谁想替我办事',
    who: (name: string, relation: string) => `${name}，自称是您的${relation}`,
    whoOther: (name: string) => `${name}，没有说是您的什么人`,
    since: (date: string, scope: string) => `${date}申请，${scope}`,
    warn: '只有您认识的家人，才可以同意。陌生人打电话来要您输数字，请马上挂断，再打社区的电话问一问。',
    digits: (name: string) => `${name}在电话里念给您的六位数字`,
    digitsHint: '一个一个输',
    agree: '是我家人，让他办',
    agreeing: '正在确认…',
    refuse: '不认识，不让办',
    refusing: '正在拒绝…',
    sixDigits: '请输入六位数字。家人在电话里念给您听。',
    notNow: {
      refused: '您已经拒绝了',
      expired: '这个申请过期了',
      locked: '输错太多次，这个申请不能用了。请家人重新申请，或到社区服务站办。',
    },
  },

  dependents: {
    title: '我替谁办事',
    fact: (relation: string, scope: string) => `关系：${relation}；${scope}`,
    end: '不再代办',
    endLabel: (name: string) => `不再替${name}办事`,
  },

  asked: {
    title: '等对方同意',
    waiting: (name: string) => `等 ${name} 同意`,
    code: '六位数字',
    how: (name: string) =>
      `打电话给${name}，把这六个数字念给对方听。请对方打开“邻里”，在“我的”里点“代办”，输进去。`,
    desk: '对方没有微信，可以请对方到社区服务站，让工作人员帮忙同意。',
    until: (date: string) => `${date}以前有效`,
    spoken: (name: string, digits: string) =>
      `${name}，我想在邻里里替您办事。六位数字是：${digits}。再念一遍：${digits}。`,
    not: {
      refused: '没有同意',
      expired: '过期了，请重新登记',
      locked: '数字输错太多次，请重新登记',
    },
    reason: (reason: string) => `原因：${reason}`,
  },

  helpers: {
    title: '谁替我办事',
    fact: (relation: string, scope: string, date: string) =>
      `关系：${relation}；${scope}；${date}开始`,
    end: '马上结束',
    endLabel: (name: string) => `马上结束，不让${name}再替我办事`,
    nobody: '没有人替您办事。',
  },

  end: {
    mineTitle: (name: string) => `不再替 ${name} 办事吗？`,
    mineSay: '以后想再办，要重新登记，请对方再同意一次。',
    theirsTitle: (name: string) => `不让 ${name} 再替您办事吗？`,
    theirsSay: '马上就结束。已经约好的不会取消。',
    stay: '不结束',
    act: '确定结束',
    acting: '正在结束…',
    done: '已经结束了。',
  },

  add: {
    title: '登记家人',
    open: '登记一位家人',
    none: '替家人办事，或让家人替您办',
    noneSay:
      '爸妈不会用手机？登记以后，您可以替他们预约、取消、查看。家人登记了您，也会显示在这里。',
    say: '登记以后，要对方同意，您才能替对方办事。',
    why: '只用来找到您的家人、让对方知道是谁要替他办事。对方没同意前，什么也看不到。',
    name: '家人的姓名',
    nameHint: '和身份证上一样',
    lives: '家人住在哪里',
    relation: '您是家人的什么人',
    scope: '替家人办什么',
    myName: '您自己的姓名',
    myNameHint: '让家人知道是您',
    mend: '上面还有没写好的，请看红色的字。',
    submit: '登记',
    submitting: '正在登记…',
    spoken:
      '登记一位家人。请写家人的姓名，点一下您是家人的什么人，再选家人住在哪里。看过隐私保护指引，同意的话点一下方框，然后按“登记”。登记以后，要对方同意，您才能替对方办事。',
    missing: {
      name: '请写家人的姓名。',
      relation: '请点一下您是家人的什么人。',
      myName: '请写您自己的姓名。',
      agreed: '请先看隐私保护指引，同意的话，点一下上面的方框。',
    },
  },
}
