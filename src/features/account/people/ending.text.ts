import type { Contract } from '../../../../types/contract'

export type EndReason = Contract['account.endResidence']['input']['reason']

/** Words of somebody's leaving a home, and of two records that become one. */
export const ENDING_TEXT = {
  title: (name: string) => `${name}不在这一户了`,
  why: '是哪一种情况？',
  reasons: {
    movedOut: { title: '搬走了', say: '不再住在这里' },
    death: { title: '去世了', say: '请先和家属核实' },
    split: { title: '分户', say: '另立一户，还在本社区' },
    grownUp: { title: '孩子成年单过', say: '另立一户，还在本社区' },
  } satisfies Record<EndReason, { title: string; say: string }>,
  which: '离开哪一户？',
  all: '全部',
  newRoom: '新的一户在哪里？',
  sameRoom: '还在原来的房号',
  otherRoom: '换了房号',
  tell: '告诉替他办事的家人一声',
  next: '下一步',
  leave: '不办了',
  noReason: '请先选是哪一种情况。',
  noRoom: '请写楼号和房号。',

  sureTitle: '确定吗？',
  happens: {
    movedOut: [
      '志愿者、业委会、居民代表的身份会结束。工作人员的身份，请在“身份与邀请”里收回。',
      '别人替他办事的代办会结束。',
      '还没办的预约会取消，并通知有关的人。',
      '以前的记录照样保留。',
    ],
    death: [
      '所有身份和代办都会结束，还没办的预约会取消。',
      '从现在起，不再给这位居民发任何消息。',
      '以前的记录照样保留。',
    ],
    split: [
      '从原来的户里分出来，单独成一户，登记为业主。',
      '原来同住的人替他办事的代办会结束。',
      '身份和预约不变，以前的记录照样保留。',
    ],
    grownUp: [
      '从原来的户里分出来，单独成一户，登记为业主。',
      '父母和原来同住的人替他办事的代办会结束。',
      '身份和预约不变，以前的记录照样保留。',
    ],
  } satisfies Record<EndReason, string[]>,
  oneHome: ['只离开这一户，别的住处照旧。', '身份、代办和预约不变，以前的记录照样保留。'],
  told: '会告诉替他办事的家人。',
  notTold: '不会告诉替他办事的家人。',
  act: '确定办理',
  busy: '正在办理…',
  stay: '再想想',
  done: '已经办好。',

  merge: {
    title: '和另一份登记合并',
    say: (name: string) => `同一个人有两份登记时，把另一份并进${name}这一份。请先查出另一份。`,
    pick: '就是这一份',
    sureTitle: '合并这两份登记？',
    keep: (name: string, place: string) => `留下：${name}，${place}`,
    gone: (name: string, place: string) => `并进去：${name}，${place}`,
    moves: [
      '另一份的预约、代办和以前的记录，都归到留下的这一份。',
      '另一份连着的微信，以后就是这一份。',
      '合并以后不能再分开。',
    ],
    act: '确定合并',
    busy: '正在合并…',
    stay: '先不合并',
    done: '两份登记已经合并。',
  },
}
