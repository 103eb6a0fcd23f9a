/** What stands in a field of a subscribe message that has nothing else to say. */
export const INSTEAD_TEXT = {
  thing: '点开查看详情',
  short_thing: '点开看',
  name: '邻里',
  phrase: '请查看',
}
