/** WeChat draws the title and the way back itself. */
export function TitleBar(_: { title: string; behind: object }) {
  return null
}
