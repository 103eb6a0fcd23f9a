import type { HomeRelation } from '../../../../types/contract/people'

/** Words of joining a community, and of the request that waits for staff. */
export const JOINING_TEXT = {
  title: '加入社区',
  steps: { label: '加入社区分三步', names: ['住哪里', '您是谁', '完成'] },

  where: {
    scanTitle: '社区给过您入户码吗？',
    scanSay: '扫一下纸上的码，马上就能加入。',
    scan: '扫入户码',
    scanning: '相机打开了…',
    scanFailed: '相机没有打开。请在下面选住在哪里。',
    notOurs: '这不是入户码。请扫社区给您的那张纸，或在下面选住在哪里。',
    orTitle: '没有码？选住在哪里',
    title: '您住在哪里？',
    next: '下一步',
    spoken:
      '您住在哪里？先点是哪个社区，再点几号楼、几单元，写上房号，然后按“下一步”。社区给过您入户码的话，扫一下就行。',
  },

  who: {
    title: '您是谁？',
    byCode: '入户码扫好了，再写两样就行。',
    lives: (place: string) => `住在 ${place}`,
    why: '只给本社区的工作人员看，用来确认您住在这里，给您办事。',
    name: '您的姓名',
    nameHint: '和房产证、租房合同上一样',
    relation: '您是这家的',
    relations: {
      owner: '业主',
      tenant: '租客',
      family: '家人',
      other: '其他',
    } satisfies Record<HomeRelation, string>,
    letters: '纸上的六个字母（有就写）',
    lettersHint: '写对了马上就能加入',
    phone: '手机号（可以不写）',
    phoneHint: '社区有事找得到您',
    agree: '我看过指引，同意',
    read: '看隐私保护指引',
    mend: '上面还有没写好的，请看红色的字。',
    submit: '加入',
    submitting: '正在加入…',
    back: '上一步',
    spoken:
      '您是谁？请写姓名，点一下是业主、租客、家人还是其他。手机号可以不写。看过隐私保护指引，同意的话点一下方框，然后按“加入”。您写的只给本社区的工作人员看。',
    missing: {
      name: '请写姓名。',
      relation: '请点一下您是这家的什么人。',
      agreed: '请先看隐私保护指引，同意的话，点一下上面的方框。',
    },
  },

  done: {
    joined: '已经加入',
    joinedSay: '社区的服务，现在就能预约了。',
    home: '去首页看看',
    waiting: '交上去了，等社区审核',
    waitingSay: '工作人员会核对您是不是住在这里。结果会显示在首页，不用守着。',
    call: '着急的话，可以打电话问社区',
    phones: '看社区和政务电话',
    back: '回首页',
  },

  request: {
    waiting: '正在等社区审核',
    waitingSay: '核对好以后，就能预约服务了。',
    refused: '这次没有通过',
    reason: (reason: string) => `社区说：${reason}`,
    place: (place: string, date: string) => `${place}，${date}提交`,
    check: '看看有没有结果',
    checking: '正在看…',
    again: '重新申请',
    withdraw: '撤回申请',
    withdrawing: '正在撤回…',
    ask: {
      title: '撤回申请吗？',
      say: '撤回以后，社区就不再审核。想加入，要重新申请。',
      yes: '撤回',
      no: '不撤回',
    },
    spokenWaiting: (place: string) => `加入${place}的申请正在等社区审核`,
    spokenRefused: (reason: string) => `加入社区的申请没有通过。${reason}`,
  },

  code: {
    opening: '正在打开',
  },
}
