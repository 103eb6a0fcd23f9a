const VISIT = '下午1:00–5:00 许浩然'

/** Staff see all that a provider's worker sees, and what the desk alone does. */
export const demo = {
  opened: {
    'a visit': [VISIT],
    'by digits': [VISIT, '六位数字'],
    'by nothing': [VISIT, '都没有'],
    'digits to read out': [VISIT, '看这次的数字'],
    'cards to print': ['给没有手机的老人'],
  },
}
