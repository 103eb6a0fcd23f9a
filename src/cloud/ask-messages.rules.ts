import type { OfferedTemplate, TemplateName } from '../../types/contract/message-inbox'

/** WeChat asks for so many at once at most. */
const AT_ONCE = 3
/** With so many sends left nobody needs to be asked again. */
const ENOUGH = 3

/**
 * Which templates to ask for at a tap, of those that have to do with it: whose sends run out first, and
 * nothing that is still good for a while. `refused`: what the person has just said no to is not asked again.
 */
export function templatesToAsk(
  offered: readonly OfferedTemplate[],
  { about, refused }: { about: readonly TemplateName[]; refused: ReadonlySet<TemplateName> },
): OfferedTemplate[] {
  return offered
    .filter(({ name, left, kind }) => {
      const enough = kind === 'always' ? 1 : ENOUGH
      return about.includes(name) && left < enough && !refused.has(name)
    })
    .sort((a, b) => a.left - b.left)
    .slice(0, AT_ONCE)
}
