/**
 * China's public holidays by year: data, to be replaced each November by the State Council's new notice
 * (国务院办公厅关于…年部分节假日安排的通知). A year without its notice has the days of the law alone
 * (全国年节及纪念日放假办法, as revised 2024-11-10): which days are worked instead is not known before.
 */
export interface HolidayYear {
  /** Where it is from. */
  source: string
  /** Whether the State Council's notice is in: otherwise only the days of the law. */
  arranged: boolean
  /** Days off: single days, or the first and the last of several. */
  off: readonly (string | readonly [first: string, last: string])[]
  /** Saturdays and Sundays that are worked (调休上班). */
  worked: readonly string[]
}

export const HOLIDAYS: Readonly<Record<string, HolidayYear>> = {
  2026: {
    source: '国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04',
    arranged: true,
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
  2027: {
    source: '全国年节及纪念日放假办法, 2024-11-10',
    arranged: false,
    off: [
      '2027-01-01',
      // New Year's Eve of the lunar calendar, and the first three days of its year.
      ['2027-02-05', '2027-02-08'],
      '2027-04-05',
      ['2027-05-01', '2027-05-02'],
      '2027-06-09',
      '2027-09-15',
      ['2027-10-01', '2027-10-03'],
    ],
    worked: [],
  },
}
