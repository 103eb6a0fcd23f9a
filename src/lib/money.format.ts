/** '免费', '20元', '12.50元' */
export function formatPrice(fen: number): string {
  if (fen === 0) return '免费'
  return fen % 100 === 0 ? `${fen / 100}元` : `${(fen / 100).toFixed(2)}元`
}

/** '1,234,567.80元', '300元', '-20元': what is added up and compared, to the fen where there is one. */
export function formatYuan(fen: number): string {
  const size = Math.abs(fen)
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = size % 100 === 0 ? '' : `.${String(size % 100).padStart(2, '0')}`
  return `${fen < 0 ? '-' : ''}${whole}${rest}元`
}

/**
 * An amount in yuan as somebody types it, in fen: '1,234.5', '12。50' and '￥20元' too. Undefined for what is no amount
 * and for more than twelve digits.
 */
export function fenOf(typed: string): number | undefined {
  const plain = typed.replace(/[\s,，元￥¥]/g, '').replace(/[。．]/g, '.')
  const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!parts) return undefined
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

/** Fen as somebody would type them in yuan: '1234.50', '20'. */
export const typedFen = (fen: number): string =>
  fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
