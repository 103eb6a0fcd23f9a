import type {
  Flag,
  Grade,
  NoProof,
  Pay,
  ProofKind,
  Unit,
} from '../../../types/contract/booking-care'
import { MOST_ENTITLEMENTS } from './entitlement.rules'

/** Words of home care that the cloud writes itself: in refusals, and in the workbook of an account. */
export const CARE_TEXT = {
  tooMany: `一个人最多记${MOST_ENTITLEMENTS}项补贴。请先停掉不用的。`,

  /** In the place of somebody who was erased. */
  nobody: '（已注销）',

  sheets: { sums: '合计', visits: '明细' },
  month: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  title: (provider: string, month: string) => `${provider} ${month} 政府购买居家服务结算`,
  columns: {
    what: '项目',
    visits: '次数',
    minutes: '实际分钟',
    vouchers: { paid: '券：结算', unpaid: '券：不结算', open: '券：待核' },
    unitMinutes: { paid: '分钟：结算', unpaid: '分钟：不结算', open: '分钟：待核' },
    copay: '自付（元）',
  },
  cards: {
    list: '电话名单',
    cards: '卡片',
    title: (day: string) => `${day} 上门服务，六位数字`,
    columns: {
      time: '时间',
      name: '姓名',
      home: '地址',
      service: '服务',
      comes: '人到时报',
      goes: '人走时报',
      called: '已告诉',
    },
    keep: '服务的人到了、要走时，才把数字报给他。电话里谁要都不给。',
  },
  total: '合计',
  grade: (grade: Grade) => `凭证${grade}`,
  visit: {
    day: '日期',
    name: '姓名',
    service: '服务',
    planned: '约定时间',
    came: '到达',
    proofIn: '到达凭证',
    went: '离开',
    proofOut: '离开凭证',
    grade: '等级',
    flags: '提示',
    units: '用量',
    unit: '单位',
    pay: '结算',
    say: '核实情况',
  },
  proof: { code: '动态码', digits: '六位数字', none: '无' } satisfies Record<ProofKind, string>,
  noProof: {
    noPhone: '老人没有手机',
    noDigits: '没有数字',
    unwell: '老人不方便',
    noNetwork: '没有网络',
    other: '其他',
  } satisfies Record<NoProof, string>,
  flags: {
    short: '时间太短',
    unproved: '没有凭证',
    overlapping: '同时在两家',
    elsewhere: '地点对不上',
    early: '到得太早',
    late: '到得太晚',
  } satisfies Record<Flag, string>,
  pay: { paid: '结算', unpaid: '不结算', open: '待核' } satisfies Record<Pay, string>,
  unit: { voucher: '张券', minute: '分钟' } satisfies Record<Unit, string>,
}
