export const PERSON_BAR_TEXT = {
  label: '演示：我是',
  person: (name: string, about: string) => (about ? `${name}（${about}）` : name),
}
