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
