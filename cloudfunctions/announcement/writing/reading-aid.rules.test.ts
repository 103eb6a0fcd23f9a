import { describe, expect, test } from 'vitest'
import { PLAIN_WORDS } from './plain-words.text'
import { findingsIn } from './reading-aid.rules'

/**
 * Ten notices as they hang in entrances, each with what a reader over 60 stumbles over: found by hand, and not
 * by the program.
 */
interface Notice {
  title: string
  body: string
  /** Clauses over 25 characters. */
  long?: string[]
  nested?: string[]
  officialese?: string[]
}

const NOTICES: Record<string, Notice> = {
  停水: {
    title: '关于春晓社区停水的通知',
    body: '尊敬的居民：\n因供水主管网改造施工的需要，定于11月24日22:00至25日6:00对春晓社区1号楼至6号楼进行停水作业。请广大居民提前做好储水准备。由此带来的不便，敬请谅解。',
    long: ['定于11月24日22:00至25日6:00对春晓社区1号楼至6号楼进行停水作业'],
    officialese: [
      '尊敬的',
      '进行',
      '停水作业',
      '请广大居民',
      '提前做好',
      '由此带来的不便',
      '敬请谅解',
    ],
  },
  停电: {
    title: '计划停电公告',
    body: '为切实保障居民用电安全，供电公司将于11月26日8:30至17:30对配电设备进行检修作业，届时本辖区将停电。请合理安排生活，电梯停运期间切勿强行进入。恢复供电时间如有变动不另行通知。',
    officialese: [
      '为切实',
      '保障',
      '进行',
      '检修作业',
      '届时',
      '本辖区',
      '合理安排',
      '期间',
      '切勿',
      '恢复供电',
      '如有',
    ],
  },
  电梯检修: {
    title: '电梯检修温馨提示',
    body: '3号楼电梯（含1单元（东梯）和2单元）将于周二上午9点暂停使用。检修期间给您带来不便，敬请理解。',
    nested: ['（含1单元（东梯）和2单元）'],
    officialese: ['暂停使用', '期间', '给您带来不便', '敬请理解'],
  },
  体检: {
    title: '免费体检通知',
    body: '凡符合条件的65周岁以上老年人，请携带身份证、医保卡到社区卫生服务站参加健康体检。\n- 体检前一日20点后禁食\n- 当日早晨须空腹\n- 逾期不候',
    officialese: ['符合条件', '携带', '禁食', '空腹', '逾期不候'],
  },
  疫苗: {
    title: '流感疫苗接种公告',
    body: '即日起，春晓社区卫生服务站面向辖区内60周岁以上常住老年人及慢性病患者开展流感疫苗免费接种工作，请适龄居民携带本人身份证踊跃参与。',
    long: ['春晓社区卫生服务站面向辖区内60周岁以上常住老年人及慢性病患者开展流感疫苗免费接种工作'],
    officialese: ['接种', '即日起', '辖区内', '开展', '接种', '适龄', '携带', '本人', '踊跃参与'],
  },
  消防演练: {
    title: '消防演练',
    body: '周四上午10点演练。听到警报，请走楼梯下楼，不要坐电梯。',
  },
  高龄津贴: {
    title: '高龄津贴办理须知',
    body: '根据有关规定，年满80周岁的具有本市户籍的老年人的高龄津贴由社区受理。申领人须出示身份证，逾期未办视为放弃。',
    // A number is read as one: 26.
    long: ['年满80周岁的具有本市户籍的老年人的高龄津贴由社区受理'],
    nested: ['年满80周岁的具有本市户籍的老年人的'],
    officialese: ['办理', '须知', '根据有关规定', '户籍', '受理', '申领', '出示', '逾期未办'],
  },
  垃圾分类: {
    title: '垃圾分类投放时间调整',
    body: '自即日起，投放时间调整为6:30至9:00、18:00至21:00。易腐垃圾请自行破袋，可回收物请勿随意堆放。',
    officialese: ['投放', '自即日起', '投放', '易腐垃圾', '自行', '可回收物', '请勿', '堆放'],
  },
  防汛: {
    title: '防汛紧急通知',
    body: '值此汛期来临之际，请低洼地带的住户务必提前转移，确保生命财产安全。社区将全力做好隐患排查。特此通知。',
    officialese: [
      '值此',
      '汛期',
      '之际',
      '低洼地带',
      '务必',
      '确保',
      '全力',
      '隐患',
      '排查',
      '特此通知',
    ],
  },
  业主大会: {
    title: '业主大会会议通知',
    body: '经研究决定，定于12月6日14:00在社区二楼活动室召开业主大会，审议《物业服务合同》（草案）。望周知。',
    officialese: ['经研究决定', '召开', '审议', '望周知'],
  },
}

describe('ten notices of the usual kind', () => {
  test.each(Object.entries(NOTICES))('%s', (_name, { title, body, ...expected }) => {
    const found = findingsIn({ title, body })
    const texts = (kind: string) => found.filter((one) => one.kind === kind).map(({ text }) => text)
    expect({
      long: texts('long'),
      nested: texts('nested'),
      officialese: texts('officialese'),
    }).toEqual({ long: [], nested: [], officialese: [], ...expected })
  })
})

test('a finding says where it stands, and how to say it', () => {
  const body = '# 通知\n请**务必**看[这里](https://a.example/very-long-address-that-is-no-clause)。'
  expect(findingsIn({ title: '', body })).toEqual([
    {
      field: 'body',
      kind: 'officialese',
      at: body.indexOf('务必'),
      length: 2,
      text: '务必',
      instead: '一定',
    },
  ])
})

describe('a clause', () => {
  const of25 = '一'.repeat(25)
  test.each([
    [`${of25}。`, 0],
    [`${of25}一。`, 1],
    [`${of25}，${of25}。`, 0],
    [`${of25}12:30`, 1],
    ['总共花了1,234,567元', 0],
    [`- ${of25}\n- ${of25}`, 0],
  ])('%s: %i', (body, count) => {
    expect(findingsIn({ title: '', body }).filter(({ kind }) => kind === 'long')).toHaveLength(
      count,
    )
  })
})

test('the words are many, and nothing is called plain that is on the list itself', () => {
  const words = Object.entries(PLAIN_WORDS)
  expect(words.length).toBeGreaterThanOrEqual(120)
  for (const [word, instead] of words) {
    expect(findingsIn({ title: '', body: instead }), word).toEqual([])
  }
})
