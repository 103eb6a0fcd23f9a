/** '免费', '20元', '12.50元' */
export function formatPrice(fen: number): string {
  if (fen === 0) return '免费'
  return fen % 100 === 0 ? `${fen / 100}元` : `${(fen / 100).toFixed(2)}元`
}
